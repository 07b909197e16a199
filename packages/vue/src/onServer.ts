import { hasInjectionContext, inject, ssrContextKey } from 'vue'

/** Whether this runs in a server's renderer, which never disposes of what it sets up. Told by Vue's own context, not by guessing at globals. */
export const onServer = (): boolean => hasInjectionContext() && inject<unknown>(ssrContextKey, undefined) !== undefined
