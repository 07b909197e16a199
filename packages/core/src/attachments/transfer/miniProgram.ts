/** A transfer that a mini program's platform carries out. */
export interface MiniProgramTask {
  abort(): void
  /** `progress` from 0 to 100. */
  onProgressUpdate(listener: (update: { readonly progress: number }) => void): void
  onHeadersReceived?(listener: (answer: { readonly header: Readonly<Record<string, unknown>> }) => void): void
}

/** What both transfers are asked with. */
interface Transferring {
  readonly url: string
  readonly header?: Record<string, string>
  /** For the whole of it, milliseconds. */
  readonly timeout?: number
  readonly fail?: (failure: { readonly errMsg: string }) => void
}

/** The part of `wx` (or `uni`, or another platform of the same shape) that uploads. */
export interface MiniProgramUpload {
  uploadFile(
    options: Transferring & {
      readonly filePath: string
      readonly name: string
      readonly formData?: Record<string, string>
      readonly success?: (answer: { readonly statusCode: number; readonly data: string }) => void
    },
  ): MiniProgramTask
}

/** The part of `wx` that downloads. */
export interface MiniProgramDownload {
  downloadFile(
    options: Transferring & {
      readonly success?: (answer: { readonly statusCode: number; readonly tempFilePath: string }) => void
    },
  ): MiniProgramTask
}
