// For svelte-check, which does not read Vue files; vue-tsc resolves them itself.
declare module '*.vue' {
  import type { Component } from 'vue'

  const component: Component
  export default component
}
