"""all-MiniLM-L6-v2 in PyTorch, from its ONNX file; and its words."""
import math, unicodedata, onnx, torch
from onnx import numpy_helper
import torch.nn.functional as F

class Words:
    def __init__(self, path):
        self.ids={w.rstrip('\r\n'):i for i,w in enumerate(open(path,encoding='utf-8'))}
        self.known={}
    def split(self,text):
        out=[];cur=''
        for c in text:
            k=ord(c);cat=unicodedata.category(c)
            if k==0 or k==0xfffd or cat in('Cc','Cf') and c not in '\t\n\r': continue
            if c.isspace(): 
                if cur: out.append(cur);cur=''
            elif cat[0]=='P' or 33<=k<=47 or 58<=k<=64 or 91<=k<=96 or 123<=k<=126 or 0x4e00<=k<=0x9fff:
                if cur: out.append(cur);cur=''
                out.append(c)
            else: cur+=c
        if cur: out.append(cur)
        return out
    def encode(self,text):
        r=[]
        text=''.join(c for c in unicodedata.normalize('NFD',text.lower()) if unicodedata.category(c)!='Mn')
        for w in self.split(text):
            if w not in self.known: self.known[w]=self.pieces(w)
            r+=self.known[w]
        return r
    def pieces(self,w):
        if len(w)>100: return [100]
        r=[];a=0
        while a<len(w):
            b=len(w)
            while b>a:
                p=('##' if a else '')+w[a:b]
                if p in self.ids: break
                b-=1
            if b==a: return [100]
            r.append(self.ids[p]);a=b
        return r

NAMES=['query','key','value','attention','intermediate','output']
def load(path):
    """Weights by name; matrices as (in, out), and the ONNX name of each matrix."""
    m=onnx.load(path)
    init={i.name:torch.tensor(numpy_helper.to_array(i).copy()) for i in m.graph.initializer}
    mats=[n.input[1] for n in m.graph.node if n.op_type=='MatMul' and n.input[1] in init]
    w={k:v for k,v in init.items() if not k.isdigit()}
    where={}
    for i,name in enumerate(mats):
        key=f'encoder.layer.{i//6}.{NAMES[i%6]}.matrix'
        w[key]=init[name]; where[key]=name
    return w,where

def layer(w,n,x,mask):
    p=f'encoder.layer.{n}.'
    B,T,_=x.shape
    def lin(k,b,x): return x@w[p+k+'.matrix']+w[p+b+'.bias']
    def heads(y): return y.view(B,T,12,32).transpose(1,2)
    q,k,v=(heads(lin(a,'attention.self.'+a,x)) for a in NAMES[:3])
    a=(q@k.transpose(-1,-2))/math.sqrt(32)+mask
    y=(a.softmax(-1)@v).transpose(1,2).reshape(B,T,384)
    x=F.layer_norm(x+lin('attention','attention.output.dense',y),(384,),w[p+'attention.output.LayerNorm.weight'],w[p+'attention.output.LayerNorm.bias'],1e-12)
    y=lin('output','output.dense',F.gelu(lin('intermediate','intermediate.dense',x)))
    return F.layer_norm(x+y,(384,),w[p+'output.LayerNorm.weight'],w[p+'output.LayerNorm.bias'],1e-12)

def embed(w,ids):
    T=ids.shape[1]
    x=w['embeddings.word_embeddings.weight'][ids]+w['embeddings.position_embeddings.weight'][:T]+w['embeddings.token_type_embeddings.weight'][0]
    return F.layer_norm(x,(384,),w['embeddings.LayerNorm.weight'],w['embeddings.LayerNorm.bias'],1e-12)

def mask_of(lengths,T): return torch.where(torch.arange(T)[None]<torch.tensor(lengths)[:,None],0.,-1e9)[:,None,None,:]
