/** What the server draws of the scene that both sides share: server.test.ts holds it to that, and the browser tests take it over. */
export const serverHtml: string = [
  '<!--[--><!--[--><div><!--[-1--><!--[--><p>one,two &amp; "three" &lt; 4|2</p><!--]--><!--]--></div>',
  '<div><!--[-1--><!--[--><p>one,two &amp; "three" &lt; 4|2</p><!--]--><!--]--></div>',
  '<div><!--[-1--><!--[--><ul><!--[--><li>one</li><li>two &amp; "three" &lt; 4</li><!--]--></ul><!--]--><!--]--></div>',
  '<div><!--[-1--><!--[--><input value="a draft"/><!--]--><!--]--></div>',
  '<div><!--[0--><p>2026-01-01 / one / two &amp; "three" &lt; 4 / direct:bob 2 / group:team 0 / 2 / offline</p><!--]--></div><!--]--><!--]-->',
].join('')
