import type {
  Attachment,
  AudioBody,
  Body,
  BodyType,
  CommandBody,
  CustomBody,
  FileBody,
  ImageBody,
  LocationBody,
  NoticeBody,
  TextBody,
  UnknownBody,
  UrlImageBody,
  VideoBody,
} from '../../model/body.ts'
import { anything, byField, count, fields, listOf, maybe, name, object, oneOf, text, within, type Shape } from './shape.ts'

const attachment = fields<Attachment>({
  name: text,
  mime: text,
  size: count,
  url: maybe(text),
  digest: maybe(text),
  // Of the device where it was sent: taken out wherever they come from [SEC2].
  file: anything,
  preview: anything,
})
const type = anything
const size = maybe(count)
const thumbnail = maybe(text)
const event: Shape = oneOf('joined', 'left', 'removed', 'dissolved', 'created', 'muted', 'unmuted', 'roleChanged', 'changed')

const shapes: { readonly [Type in BodyType]: Shape } = {
  text: fields<TextBody>({
    type,
    text,
    mentions: maybe(value => (value === 'everyone' ? undefined : listOf(name)(value))),
  }),
  image: fields<ImageBody>({ type, attachment, width: size, height: size, thumbnail }),
  urlImage: fields<UrlImageBody>({ type, url: text, name: maybe(text), width: size, height: size }),
  file: fields<FileBody>({ type, attachment }),
  audio: fields<AudioBody>({ type, attachment, durationMs: maybe(count) }),
  video: fields<VideoBody>({ type, attachment, durationMs: maybe(count), width: size, height: size, thumbnail }),
  location: fields<LocationBody>({ type, lat: within(90), lng: within(180), address: maybe(text), name: maybe(text) }),
  command: fields<CommandBody>({ type, action: text, params: maybe(object) }),
  custom: fields<CustomBody>({ type, event: text, data: object }),
  notice: fields<NoticeBody>({ type, event, users: maybe(listOf(name)), title: maybe(text) }),
  unknown: fields<UnknownBody>({ type, original: anything }),
}

/** A body of a type that this version knows, whole. */
export const bodyShape: Shape = byField('type', new Map(Object.entries(shapes)))

/** A body that may be shown as it is: its shape was looked at. */
export const isBody = (value: unknown): value is Body => bodyShape(value) === undefined
