import { quoted } from "./analysis/shape.ts";

/**
 * The functions that a module with sites brings along, on one line. They import nothing, so that a module can be built
 * without the logger, and all sites of a process have one hidden class.
 *
 * @param file displayed path of all sites; undefined where it is given for each.
 */
export function helperText(file: string | undefined, used: ReadonlySet<"at" | "forward">): string {
  const parameter = file === undefined ? ",f" : "";
  const value = file === undefined ? "f" : quoted(file);
  return (
    `function __agora_site(l,n,m,k${parameter}){return{[Symbol.for("agora.site.1")]:true,file:${value},line:l,name:n,` +
    `message:m,keys:k,cache:void 0}}` +
    (used.has("at") ? GUARD : "") +
    (used.has("forward") ? FORWARD : "")
  );
}

// Without a site, in a cycle of imports, the call is as it was; the symbol is not there yet then. The brand on the method
// keeps objects that answer every property, such as automatic mocks, from being taken for ours.
const GUARD =
  `function __agora_at(r,s){var f=s&&r!=null?r[__agora_k]:void 0;` +
  `return typeof f=="function"&&f[__agora_k]===true?f.call(r,s):r}` +
  `var __agora_k=/*@__PURE__*/Symbol.for("agora.at.1");`;

// The caller's site stands in a place that all modules share, only while the wrapper is being called.
const FORWARD =
  `function __agora_run(f,t,a,n,s){var g=globalThis,k=Symbol.for("agora.caller.1"),b=g[k];g[k]={name:n,site:s};` +
  `try{return Reflect.apply(f,t,a)}finally{g[k]=b}}` +
  `function __agora_fn(f,n,s){return typeof f!="function"?f:function(){return __agora_run(f,this,arguments,n,s)}}` +
  `function __agora_by(o,n,s){if(o==null)return o;var f=o[n],r={};` +
  `r[n]=typeof f!="function"?f:function(){return __agora_run(f,o,arguments,n,s)};return r}` +
  `function __agora_take(n){var g=globalThis,k=Symbol.for("agora.caller.1"),c=g[k];` +
  `if(c&&c.name===n){g[k]=void 0;return c.site}}`;
