/** What the server draws of the scene that both sides share: server.test.ts holds it to that, and the browser tests take it over. */
export const serverHtml: string = [
  '<div><p>one,two &amp; &quot;three&quot; &lt; 4|2</p></div>',
  '<div><p>one,two &amp; &quot;three&quot; &lt; 4|2</p></div>',
  '<div><ul><li>one</li><li>two &amp; &quot;three&quot; &lt; 4</li></ul></div>',
  '<div><input value="a draft"/></div>',
  '<div><p>2026-01-01 / one / two &amp; &quot;three&quot; &lt; 4 / direct:bob 2 / group:team 0 / 2 / offline</p></div>',
].join('')
