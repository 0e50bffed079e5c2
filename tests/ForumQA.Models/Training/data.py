"""Documents to learn from: (title, [(what stands before, line)], [(question, lines that answer)])."""
import re, sys

def docs(path):
    d=None
    for n,l in enumerate(open(path,encoding='utf-8'),1):
        l=l.rstrip('\n')
        if not l.strip(): continue
        if l.startswith('== '):
            if d: yield d
            d={'genre':l[3:],'title':None,'lines':[],'qs':[],'at':n}
        elif d is None: sys.exit(f'{path}:{n}: before the first document')
        elif l.startswith('# '): d['title']=l[2:]; d['lines'].append(('#',l[2:]))
        elif l.startswith('## ') or l.startswith('### '): d['lines'].append(('#',l.lstrip('# ')))
        elif l.startswith('? '):
            m=re.match(r'\? (-|\d+(?:,\d+)*) \| (.+)$',l)
            if not m: sys.exit(f'{path}:{n}: not a question: {l}')
            g=[] if m[1]=='-' else [int(x) for x in m[1].split(',')]
            d['qs'].append((g,m[2],n))
        else:
            m=re.match(r'(\d+) (.+)$',l)
            if not m: sys.exit(f'{path}:{n}: not a line: {l}')
            if d['qs']: sys.exit(f'{path}:{n}: a line after the questions')
            k=sum(1 for x in d['lines'] if x[0]!='#')+1
            if int(m[1])!=k: sys.exit(f'{path}:{n}: expected number {k}')
            d['lines'].append((k,m[2]))
    if d: yield d

def own(path):
    """Documents as (title, [(before, line)], [(question, gold indices)])."""
    for d in docs(path):
        head=None; prev=None; lines=[]; number={}
        for k,t in d['lines']:
            if k=='#': 
                if t!=d['title']: head=t
                prev=None; continue
            t=re.sub(r'^- ','',t)
            number[k]=len(lines)
            lines.append(('\n'.join(x for x in (d['title'],head,prev) if x),t)); prev=t
        yield d['title'],lines,[(q,[number[g] for g in gs]) for gs,q,_ in d['qs']]
def sentences(text):
    a=0;out=[]
    for m in re.finditer(r'(?<=[.!?])["\')\]]*\s+(?=[A-Z0-9"\'(])',text):
        if re.search(r'\b(?:[A-Z]|Mr|Mrs|Dr|St|vs|c|No|U\.S|Jr|ca)\.$',text[a:m.start()]): continue
        out.append((a,m.start())); a=m.end()
    out.append((a,len(text)))
    return out
def squad(data,only=None,most=12):
    for art in data['data']:
        title=art.get('title','').replace('_',' ')
        if only and art.get('title') not in only: continue
        for p in art['paragraphs']:
            text=p['context']; S=sentences(text); lines=[];prev=None
            for a,b in S:
                lines.append(('\n'.join(x for x in (title,prev) if x),text[a:b])); prev=text[a:b]
            qs=[]
            for q in p['qas']:
                if q.get('is_impossible'): qs.append((q['question'],[])); continue
                g=[next((i for i,(a,b) in enumerate(S) if a<=x['answer_start']<b),None) for x in q['answers']]
                g=sorted({x for x in g if x is not None})
                if g: qs.append((q['question'],g))
            if len(lines)>1 and qs: yield title,lines,qs[:most]
LEARN={'Normans','Huguenot','1973_oil_crisis','Packet_switching','Yuan_dynasty','Scottish_Parliament','Imperialism','French_and_Indian_War'}
