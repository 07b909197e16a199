import { acceptOf, attachmentRules } from '../files/attachmentRules.ts'
import { pickFiles } from '../files/pickFiles.ts'
import type { Composer } from '../composer/createComposer.ts'
import { commandForm } from '../form/commandForm.ts'
import type { Form } from '../form/form.ts'
import { imageAddressForm } from '../form/imageAddressForm.ts'
import { locationForm } from '../form/locationForm.ts'
import { pollForm } from '../form/pollForm.ts'
import type { IconName } from '../icons.ts'
import type { Panel } from '../panel/createPanel.ts'
import type { MenuItem } from './menuItem.ts'

const { image, audio, video, file } = attachmentRules

/** What can be sent besides words. */
export const attachMenu = ({ chat }: Pick<Panel, 'chat'>, { attach, ask }: Pick<Composer, 'attach' | 'ask'>): readonly MenuItem[] => {
  const byForm = (icon: IconName, form: Form): MenuItem => ({ id: form.id, label: form.title, icon, run: () => ask(form) })
  const takesFiles = chat.capabilities.get().attachments !== undefined
  const files: readonly MenuItem[] = [
    { id: 'photo', label: 'Photo or video', icon: 'image', run: () => pickFiles(acceptOf(image, video), attach) },
    { id: 'audio', label: 'Audio', icon: 'sound', run: () => pickFiles(acceptOf(audio), attach) },
    { id: 'file', label: 'File', icon: 'file', run: () => pickFiles(acceptOf(file), picked => attach(picked, { as: 'file' })) },
  ]
  return [
    ...(takesFiles ? files : []),
    byForm('link', imageAddressForm),
    byForm('place', locationForm),
    byForm('poll', pollForm),
    byForm('code', commandForm),
  ]
}
