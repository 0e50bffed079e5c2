#pragma warning disable
namespace ForumQA.Retrieval;

/// <summary>Provisional: until the retrieval branch brings its own.</summary>
internal static class PorterStemmer {
  static readonly System.Collections.Concurrent.ConcurrentDictionary<string,string> cache=new();
  public static string Stem(string w){ if(w.Length<3) return w; foreach(var c in w) if(c<'a'||c>'z') return w; if(cache.TryGetValue(w,out var s)) return s; s=Do(w); cache[w]=s; return s; }
  static bool V(string w,int i)=> "aeiou".Contains(w[i])||w[i]=='y'&&i>0&&!V(w,i-1);
  static int M(string w){ int m=0; bool pv=false; for(int i=0;i<w.Length;i++){ bool v=V(w,i); if(pv&&!v) m++; pv=v; } return m; }
  static bool HasV(string w){ for(int i=0;i<w.Length;i++) if(V(w,i)) return true; return false; }
  static bool DC(string w)=> w.Length>=2&&w[^1]==w[^2]&&!V(w,w.Length-1);
  static bool Cvc(string w){ int n=w.Length; return n>=3&&!V(w,n-1)&&V(w,n-2)&&!V(w,n-3)&&!"wxy".Contains(w[n-1]); }
  static readonly (string,string)[] s2={("ational","ate"),("tional","tion"),("enci","ence"),("anci","ance"),("izer","ize"),("abli","able"),("alli","al"),("entli","ent"),("eli","e"),("ousli","ous"),("ization","ize"),("ation","ate"),("ator","ate"),("alism","al"),("iveness","ive"),("fulness","ful"),("ousness","ous"),("aliti","al"),("iviti","ive"),("biliti","ble"),("logi","log")};
  static readonly (string,string)[] s3={("icate","ic"),("ative",""),("alize","al"),("iciti","ic"),("ical","ic"),("ful",""),("ness","")};
  static readonly string[] s4="al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize".Split(' ');
  static string Do(string w){
    if(w.EndsWith("sses")||w.EndsWith("ies")) w=w[..^2]; else if(w.EndsWith('s')&&!w.EndsWith("ss")) w=w[..^1];
    bool f=false; if(w.EndsWith("eed")){ if(M(w[..^3])>0) w=w[..^1]; } else if(w.EndsWith("ed")&&HasV(w[..^2])){ w=w[..^2]; f=true; } else if(w.EndsWith("ing")&&HasV(w[..^3])){ w=w[..^3]; f=true; }
    if(f){ if(w.EndsWith("at")||w.EndsWith("bl")||w.EndsWith("iz")) w+="e"; else if(DC(w)&&!"lsz".Contains(w[^1])) w=w[..^1]; else if(M(w)==1&&Cvc(w)) w+="e"; }
    if(w.EndsWith('y')&&w.Length>1&&HasV(w[..^1])) w=w[..^1]+"i";
    foreach(var (a,b) in s2) if(w.EndsWith(a)){ if(M(w[..^a.Length])>0) w=w[..^a.Length]+b; break; }
    foreach(var (a,b) in s3) if(w.EndsWith(a)){ if(M(w[..^a.Length])>0) w=w[..^a.Length]+b; break; }
    bool d=false; string? best=null; foreach(var a in s4) if(w.EndsWith(a)&&(best==null||a.Length>best.Length)) best=a;
    if(w.EndsWith("sion")||w.EndsWith("tion")){ if(M(w[..^3])>1) w=w[..^3]; d=true; }
    if(!d&&best!=null&&M(w[..^best.Length])>1) w=w[..^best.Length];
    if(w.EndsWith('e')){ var x=w[..^1]; int m=M(x); if(m>1||m==1&&!Cvc(x)) w=x; }
    if(w.EndsWith("ll")&&M(w)>1) w=w[..^1];
    return w; }
}
