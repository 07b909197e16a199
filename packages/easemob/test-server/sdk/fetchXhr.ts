type Handler = ((event: Event) => void) | null

/** As much of an `XMLHttpRequest` as the SDK uses, over `fetch`, which knows forms and files. */
export class FetchXhr extends EventTarget {
  readonly upload: EventTarget = new EventTarget()
  readyState = 0
  status = 0
  response: unknown = ''
  responseText = ''
  responseURL = ''
  responseType: '' | 'text' | 'json' | 'blob' = ''
  timeout = 0
  onreadystatechange: Handler = null
  ontimeout: Handler = null
  onerror: Handler = null
  onabort: Handler = null
  onload: Handler = null
  readonly #headers = new Headers()
  #answered = new Headers()
  readonly #abort = new AbortController()
  #method = 'GET'
  #url = ''

  open(method: string, url: string): void {
    this.#method = method.toUpperCase()
    this.#url = url
    this.readyState = 1
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers.append(name, value)
  }

  overrideMimeType(): void {}

  getResponseHeader(name: string): string | null {
    return this.#answered.get(name)
  }

  abort(): void {
    this.#abort.abort()
  }

  send(body: BodyInit | null = null): void {
    void this.#carryOut(body)
  }

  async #carryOut(body: BodyInit | null): Promise<void> {
    const limit = this.timeout > 0 ? AbortSignal.timeout(this.timeout) : undefined
    const signal = limit === undefined ? this.#abort.signal : AbortSignal.any([this.#abort.signal, limit])
    // Node would choose a content type of its own for a form, with the boundary in it: the SDK's must not stand in its way.
    if (body instanceof FormData) this.#headers.delete('Content-Type')
    try {
      this.#progress(body)
      const response = await fetch(this.#url, {
        method: this.#method,
        headers: this.#headers,
        signal,
        ...(body !== null && this.#method !== 'GET' && { body }),
      })
      this.status = response.status
      this.responseURL = response.url
      this.#answered = response.headers
      const bytes = await response.blob()
      this.responseText = this.responseType === 'blob' ? '' : await bytes.text()
      this.response = this.responseType === 'blob' ? bytes : this.responseText
      this.#finish('load', this.onload)
    } catch {
      if (limit?.aborted === true) this.#finish('timeout', this.ontimeout)
      else if (this.#abort.signal.aborted) this.#finish('abort', this.onabort)
      else this.#finish('error', this.onerror)
    }
  }

  #finish(type: string, handler: Handler): void {
    this.readyState = 4
    this.onreadystatechange?.(new Event('readystatechange'))
    const event = new Event(type)
    handler?.(event)
    this.dispatchEvent(event)
  }

  /** `fetch` doesn't tell how far it is: half of it, and then all. */
  #progress(body: BodyInit | null): void {
    const file = body instanceof FormData ? body.get('file') : null
    if (!(file instanceof Blob)) return
    const total = file.size
    for (const loaded of [Math.floor(total / 2), total]) {
      this.upload.dispatchEvent(Object.assign(new Event('progress'), { lengthComputable: true, loaded, total }))
    }
  }
}
