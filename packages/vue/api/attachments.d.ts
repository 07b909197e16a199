import { Chat, ChatError, ConversationId, MessageKey } from "@parlance/core";
import { DownloadState, FileDownload, StagedAttachment, StagedAttachments } from "@parlance/core/attachments";
import { MaybeRefOrGetter, Ref } from "vue";
/** What every composable takes last. */
interface ChatOption {
  /** The chat to use instead of the provided one. */
  readonly chat?: MaybeRefOrGetter<Chat> | undefined;
}
/** The files that are about to be sent to a conversation, and what is done with them: for the conversation that is selected then. */
interface AttachmentsView extends Omit<StagedAttachments, "items"> {
  readonly items: Readonly<Ref<readonly StagedAttachment[]>>;
}
/**
 * The files that are about to be sent to a conversation. They stay when the component unmounts. An `undefined` id has none.
 * @example
 * const { items, add, sendAll } = useAttachments(() => props.id)
 */
export declare const useAttachments: (id: MaybeRefOrGetter<ConversationId | undefined>, options?: ChatOption) => AttachmentsView;
/** What `useDownload` takes last. */
interface DownloadOption extends ChatOption {
  /** Fetches the file while the component shows it; default: only when `start` is called. */
  readonly eager?: MaybeRefOrGetter<boolean | undefined>;
}
/** How far a message's file is, and what fetches it. */
interface DownloadView extends Pick<FileDownload, "start" | "cancel"> {
  readonly state: Readonly<Ref<DownloadState["state"]>>;
  /** From 0 to 1, while it is on its way and somebody tells. */
  readonly progress: Readonly<Ref<number | undefined>>;
  /** Once it is here. */
  readonly url: Readonly<Ref<string | undefined>>;
  readonly error: Readonly<Ref<ChatError | undefined>>;
}
/**
 * The file of a message, as an object URL once it is here. Fetched once, whoever shows it.
 * @example
 * const { url, progress } = useDownload(() => props.message.key, { eager: true })
 */
export declare const useDownload: (key: MaybeRefOrGetter<MessageKey | undefined>, options?: DownloadOption) => DownloadView;
export type { AttachmentsView, DownloadOption, DownloadView };