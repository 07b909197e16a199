import { Chat, ChatError, ConversationId, MessageKey } from "@parlance/core";
import { DownloadState, FileDownload, StagedAttachment, StagedAttachments } from "@parlance/core/attachments";
/** What every hook takes last. */
interface ChatOption {
  /** The chat to use instead of the one that was set. */
  readonly chat?: (() => Chat) | undefined;
}
/** The files that are about to be sent to a conversation, as a getter, and what is done with them: for the conversation that is selected then. */
interface AttachmentsView extends Omit<StagedAttachments, "items"> {
  readonly items: readonly StagedAttachment[];
}
/**
 * The files that are about to be sent to a conversation. They stay when the component unmounts. An `undefined` id has none.
 * @example
 * const attachments = useAttachments(() => id)
 */
export declare const useAttachments: (id: () => ConversationId | undefined, options?: ChatOption) => AttachmentsView;
/** What `useDownload` takes last. */
interface DownloadOption extends ChatOption {
  /** Fetches the file while a template shows it; default: only when `start` is called. */
  readonly eager?: boolean | undefined;
}
/** How far a message's file is, as getters, and what fetches it. */
interface DownloadView extends Pick<FileDownload, "start" | "cancel"> {
  readonly state: DownloadState["state"];
  /** From 0 to 1, while it is on its way and somebody tells. */
  readonly progress: number | undefined;
  /** Once it is here. */
  readonly url: string | undefined;
  readonly error: ChatError | undefined;
}
/**
 * The file of a message, as an object URL once it is here. Fetched once, whoever shows it.
 * @example
 * const file = useDownload(() => message.key, { eager: true })
 */
export declare const useDownload: (key: () => MessageKey | undefined, options?: DownloadOption) => DownloadView;
export type { AttachmentsView, DownloadOption, DownloadView };