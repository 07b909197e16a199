import { Chat, ConversationId, MessageKey } from "@parlance/core";
import { DownloadState, FileDownload, StagedAttachment, StagedAttachments } from "@parlance/core/attachments";
/** What every hook takes last. */
interface ChatOption {
  /** The chat to use instead of the provider's. */
  readonly chat?: Chat | undefined;
}
/** The files that are about to be sent to a conversation, and what is done with them. */
interface AttachmentsView extends Omit<StagedAttachments, "items"> {
  readonly items: readonly StagedAttachment[];
}
/**
 * The files that are about to be sent to a conversation. They stay when this unmounts. An `undefined` id has none.
 * @example
 * const { items, add, sendAll } = useAttachments(id)
 * return <form onPaste={event => add(imagesFromPaste(event.nativeEvent))} onSubmit={() => sendAll({ text })} />
 */
export declare const useAttachments: (id: ConversationId | undefined, options?: ChatOption) => AttachmentsView;
/** What `useDownload` takes last. */
interface DownloadOption extends ChatOption {
  /** Fetches the file while this is mounted; default: only when `start` is called. */
  readonly eager?: boolean | undefined;
}
/** How far a message's file is, and what fetches it. */
type DownloadView = DownloadState & Pick<FileDownload, "start" | "cancel">;
/**
 * The file of a message, as an object URL once it is here. Fetched once, whoever shows it.
 * @example
 * const file = useDownload(key, { eager: true })
 * return file.state === 'ready' ? <img src={file.url} alt="" /> : <Placeholder />
 */
export declare const useDownload: (key: MessageKey | undefined, options?: DownloadOption) => DownloadView;
export type { AttachmentsView, DownloadOption, DownloadView };