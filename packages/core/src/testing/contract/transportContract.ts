import { capabilityChecks } from './checks/capabilityChecks.ts'
import { linkChecks } from './checks/linkChecks.ts'
import { orderChecks } from './checks/orderChecks.ts'
import { sendChecks } from './checks/sendChecks.ts'
import { opChecks } from './checks/opChecks.ts'
import { cutChecks } from './checks/cutChecks.ts'
import { resumeChecks } from './checks/resumeChecks.ts'
import { historyChecks } from './checks/historyChecks.ts'
import { pageChecks } from './checks/pageChecks.ts'
import { readChecks } from './checks/readChecks.ts'
import { deliveredChecks } from './checks/deliveredChecks.ts'
import { countChecks } from './checks/countChecks.ts'
import { recallChecks } from './checks/recallChecks.ts'
import { editChecks } from './checks/editChecks.ts'
import { deletionChecks } from './checks/deletionChecks.ts'
import { listChecks } from './checks/listChecks.ts'
import { settingChecks } from './checks/settingChecks.ts'
import { removalChecks } from './checks/removalChecks.ts'
import { permissionChecks } from './checks/permissionChecks.ts'
import { credentialChecks } from './checks/credentialChecks.ts'
import { oddityChecks } from './checks/oddityChecks.ts'
import { reactionChecks } from './checks/reactionChecks.ts'
import { pinChecks } from './checks/pinChecks.ts'
import { searchChecks } from './checks/searchChecks.ts'
import { noticeChecks } from './checks/noticeChecks.ts'
import { ephemeralChecks } from './checks/ephemeralChecks.ts'
import { attachmentChecks } from './checks/attachmentChecks.ts'
import { userChecks } from './checks/userChecks.ts'
import { contactChecks } from './checks/contactChecks.ts'
import { blockChecks } from './checks/blockChecks.ts'
import { presenceChecks } from './checks/presenceChecks.ts'
import { groupChecks } from './checks/groupChecks.ts'
import { idChecks } from './checks/idChecks.ts'
import { roomChecks } from './checks/roomChecks.ts'
import type { ContractBackend } from './contractBackend.ts'
import type { ContractCheck, Draft } from './contractCheck.ts'
import { createStage } from './stage.ts'

const themes: readonly ((backend: ContractBackend) => readonly Draft[])[] = [
  capabilityChecks,
  linkChecks,
  orderChecks,
  sendChecks,
  opChecks,
  cutChecks,
  resumeChecks,
  historyChecks,
  pageChecks,
  readChecks,
  deliveredChecks,
  countChecks,
  recallChecks,
  editChecks,
  deletionChecks,
  reactionChecks,
  pinChecks,
  searchChecks,
  noticeChecks,
  listChecks,
  settingChecks,
  removalChecks,
  permissionChecks,
  credentialChecks,
  oddityChecks,
  ephemeralChecks,
  attachmentChecks,
  userChecks,
  contactChecks,
  blockChecks,
  presenceChecks,
  groupChecks,
  idChecks,
  roomChecks,
]

/**
 * What a transport has to get right, as checks for any test runner. Those that don't apply say why.
 * @example
 * for (const check of transportContract(backend)) {
 *   if (check.applies === true) it(check.name, check.run)
 * }
 */
export const transportContract = (backend: ContractBackend): readonly ContractCheck[] =>
  themes.flatMap(theme => theme(backend)).map(draft => ({ name: draft.name, applies: draft.applies, run: () => run(backend, draft) }))

const run = async (backend: ContractBackend, { applies, play }: Draft): Promise<void> => {
  if (applies !== true) return
  const stage = createStage(backend)
  const failure = await play(stage).then(
    () => undefined,
    (thrown: unknown) => (thrown instanceof Error ? thrown : new Error(String(thrown))),
  )
  const breaches = stage.close()
  if (breaches.length === 0 && failure === undefined) return
  throw new Error([failure?.message, ...breaches].filter(Boolean).join(' '), { cause: failure })
}
