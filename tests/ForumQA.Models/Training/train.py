"""Learns the upper layers of the model that reads closely, and how much each token of a question counts: docs/decisions/0029.

Usage: train.py MODEL.onnx VOCAB.txt MATERIAL_FOLDER WIKI.json OUT.pt [LAYERS=2] [ROUNDS=3] [WIKI_SHARE=0.5]
Needs Debian's python3-torch, python3-onnx and libopenblas0-pthread. ROUNDS=0 measures the model as it is.
"""
import sys,time,random,glob,json,os,math
from bert import *
import data
torch.set_num_threads(2); torch.manual_seed(1)
MODEL,VOCAB,MATERIAL,WIKI_FILE,OUT=sys.argv[1:6]
L,EPOCHS,WIKI=(kind(v) for kind,v in zip((int,int,float),sys.argv[6:]+['2','3','0.5'][len(sys.argv)-6:]))
LR=float(os.environ.get('LR','5e-5'))
w,where=load(MODEL); W=Words(VOCAB)
LOW=6-L
rng=random.Random(1)
own=[];valid=[]
for f in sorted(glob.glob(os.path.join(MATERIAL,'*.txt'))):
    docs=list(data.own(f)); cut=max(1,len(docs)//12)
    valid+=docs[-cut:]; own+=docs[:-cut]
wiki=[]
if WIKI: 
    d=json.load(open(WIKI_FILE))
    wiki=list(data.squad(d,most=8)); rng.shuffle(wiki); wiki=wiki[:int(len(wiki)*WIKI)]
print(len(own),'own',sum(len(x[2]) for x in own),'questions;',len(valid),'held out;',len(wiki),'wiki',sum(len(x[2]) for x in wiki),flush=True)

def seq(before,text):
    o=W.encode(text)[:110]; b=W.encode(before)[-48:] if before else []
    return [101]+b+o+[102],1+len(b),len(o)
class Doc:
    def __init__(s,d):
        s.title,lines,qs=d
        s.s=[seq(b,t) for b,t in lines]; s.q=[seq('',q) for q,_ in qs]; s.gold=[g for _,g in qs]
store={}
@torch.no_grad()
def low(seqs):
    miss=sorted({tuple(x[0]) for x in seqs if tuple(x[0]) not in store},key=len)
    t=time.time()
    i=0
    while i<len(miss):
        n=max(1,3000//len(miss[min(i+30,len(miss)-1)])); part=miss[i:i+n]; i+=n
        T=max(map(len,part)); ids=torch.tensor([list(p)+[0]*(T-len(p)) for p in part]); m=mask_of([len(p) for p in part],T)
        x=embed(w,ids)
        for k in range(LOW): x=layer(w,k,x,m)
        for p,v in zip(part,x): store[p]=v[:len(p)].half()
    if miss: print('low',len(miss),round(time.time()-t),'s',flush=True)
def pad(seqs):
    T=max(len(x[0]) for x in seqs); X=torch.zeros(len(seqs),T,384)
    for i,x in enumerate(seqs): v=store[tuple(x[0])]; X[i,:len(v)]=v.float()
    return X,mask_of([len(x[0]) for x in seqs],T)
P={k:v.clone().requires_grad_() for k,v in w.items() if any(f'layer.{n}.' in k for n in range(LOW,6))}
V={**w,**P}
tw=torch.zeros(384);ti=0.
for l in open(os.path.join(os.path.dirname(os.path.abspath(__file__)),'../../../src/ForumQA/Retrieval/question-tokens.tsv')):
    c=l.split('\t')
    if l.startswith('Intercept'): ti=float(c[1])
    elif l[0]=='t' and l[1].isdigit(): tw[int(c[0][1:])]=float(c[1])
tok=torch.cat([tw,torch.tensor([ti])]).requires_grad_()
scale=torch.tensor(math.log(15.)).requires_grad_()
head=torch.tensor([6.,2.,2.,-6.]).requires_grad_()
def high(seqs):
    "Unit vectors of the texts' own tokens, padded, and where there are any."
    order=sorted(range(len(seqs)),key=lambda i:len(seqs[i][0])); out=[None]*len(seqs)
    for a in range(0,len(order),48):
        part=order[a:a+48]; X,m=pad([seqs[i] for i in part])
        for n in range(LOW,6): X=layer(V,n,X,m)
        X=F.normalize(X,dim=-1)
        for r,i in enumerate(part): _,b,n=seqs[i]; out[i]=X[r,b:b+n]
    N=max(1,max(len(o) for o in out)); Y=torch.stack([F.pad(o,(0,0,0,N-len(o))) for o in out]); M=torch.tensor([[j<len(o) for j in range(N)] for o in out])
    return Y,M
def scores(Q,QM,S,SM):
    sim=torch.einsum('qid,sjd->qsij',Q,S).masked_fill(~SM[None,:,None,:],-2).amax(-1)   # q s i
    # weights see the vectors before normalising in the product as unit vectors too
    c=torch.sigmoid(Q@tok[:-1]+tok[-1])*QM; wt=c/c.sum(-1,keepdim=True).clamp_min(1e-9)
    mean=(sim*wt[:,None]).sum(-1)
    far=sim.masked_fill(~QM[:,None],2)
    n=QM.sum(-1); k=(n//3).clamp_min(1)
    srt=far.sort(-1).values; third=(srt.masked_fill(torch.arange(srt.shape[-1])[None,None]>=k[:,None,None],0)).sum(-1)/k[:,None]
    return mean,far.amin(-1),third
def run(docs):
    S,SM=high([x for d in docs for x in d.s]); Q,QM=high([x for d in docs for x in d.q])
    return scores(Q,QM,S,SM)
def evaluate(docs,name):
    hit=tot=0;pos=[];neg=[];hit3=0
    with torch.no_grad():
        for d in docs:
            if not d.q: continue
            mean,mn,third=run([d])
            best=mean.argmax(-1)
            for i,g in enumerate(d.gold):
                b=best[i]; h=float(head[0]*mean[i,b]+head[1]*mn[i,b]+head[2]*third[i,b])
                (pos if g else neg).append(h)
                if g: tot+=1; hit+=int(b) in g; hit3+=bool(set(mean[i].topk(min(3,len(mean[i]))).indices.tolist())&set(g))
    if not tot: return
    auc=sum((a>b)+.5*(a==b) for a in pos for b in neg)/max(1,len(pos)*len(neg))
    print(f'{name}: first {hit/tot:.3f} three {hit3/tot:.3f} of {tot}, area {auc:.3f} ({len(neg)} without)',flush=True)
T0=time.time()
own=[Doc(d) for d in own]; valid=[Doc(d) for d in valid]; wiki=[Doc(d) for d in wiki]
low([x for d in own+valid+wiki for x in d.s+d.q])
evaluate(valid,'held out before')
if EPOCHS==0: sys.exit()
opt=torch.optim.AdamW([{'params':list(P.values()),'lr':LR,'weight_decay':.01},{'params':[tok],'lr':3e-3,'weight_decay':0},{'params':[scale,head],'lr':1e-2,'weight_decay':0}])
base=[g['lr'] for g in opt.param_groups]
steps=[]
for e in range(EPOCHS):
    o=own[:]; rng.shuffle(o); k=wiki[:]; rng.shuffle(k)
    # each step: some of our documents, and their share of the paragraphs
    n=max(1,len(o)//2) if o else len(k)//6
    for i in range(n): steps.append((o[i*2:i*2+2],k[i*len(k)//n:(i+1)*len(k)//n][:8]))
print(len(steps),'steps',flush=True); run_loss=[];t=time.time()
for step,(a,b) in enumerate(steps):
    r=min(1,(step+1)/40)*(1-step/len(steps))
    for g,lr in zip(opt.param_groups,base): g['lr']=lr*r
    loss=0
    for docs in (a,b):
        docs=[d for d in docs if d.q]
        if not docs: continue
        mean,mn,third=run(docs)
        off=0;rows=[];own_cols=torch.zeros_like(mean,dtype=torch.bool);gold=torch.zeros_like(mean,dtype=torch.bool);i=0
        for d in docs:
            for g in d.gold:
                own_cols[i,off:off+len(d.s)]=True
                for x in g: gold[i,off+x]=True
                i+=1
            off+=len(d.s)
        z=scale.exp()*mean
        has=gold.any(-1)
        rank=(z.logsumexp(-1)-z.masked_fill(~gold,-1e9).logsumexp(-1))[has].mean() if has.any() else 0
        # told whether answered: by the sentence that comes nearest in its own document, and in the others (which do not answer)
        def told(where):
            b=mean.masked_fill(~where,-9).argmax(-1); r=torch.arange(len(b))
            return head[0]*mean[r,b]+head[1]*mn[r,b]+head[2]*third[r,b]+head[3]
        y=told(own_cols); bce=F.binary_cross_entropy_with_logits(y,has.float())
        if len(docs)>1: bce=bce+.3*F.binary_cross_entropy_with_logits(told(~own_cols),torch.zeros(len(y)))
        # a right sentence is an answer wherever it ranks
        loss=loss+(rank+.7*bce)*(1 if docs is a or a==docs else .5)
    opt.zero_grad(); loss.backward(); torch.nn.utils.clip_grad_norm_(list(P.values()),1.); opt.step(); run_loss.append(float(loss))
    if step%40==39: print(step+1,round(sum(run_loss[-40:])/40,3),f'{time.time()-t:.0f} s',head.tolist(),float(scale.exp()),flush=True)
    if step%240==239: evaluate(valid,'held out')
evaluate(valid,'held out after')
torch.save({'P':{k:v.detach() for k,v in P.items()},'tok':tok.detach(),'head':head.detach()},OUT)
print('done',round(time.time()-T0),'s')
