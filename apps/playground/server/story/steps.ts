import type { ConversationId, UserId } from '@parlance/core'
import { direct, group, room } from '@parlance/core'
import type { Deed, Step } from './step.ts'

const HOUR = 60
const DAY = 24 * HOUR
const lake = group('lake')
const boat = group('boat')
const kitchen = room('kitchen')
const garden = room('garden')

const step = (ago: number, by: UserId, where: ConversationId, deed: Deed): Step => ({ ago, by, in: where, do: deed })
const says = (ago: number, by: UserId, where: ConversationId, say: string): Step => step(ago, by, where, { say })
const asks = (ago: number, by: UserId, where: ConversationId, say: string): Step => step(ago, by, where, { say, countsReaders: true })
const reads = (ago: number, where: ConversationId, ...users: readonly UserId[]): readonly Step[] =>
  users.map(user => step(ago, user, where, { read: true }))
/** Two people in turn. */
const between = (one: UserId, other: UserId) => ({
  one: (ago: number, say: string) => says(ago, one, direct(other), say),
  other: (ago: number, say: string) => says(ago, other, direct(one), say),
})

const aliceAndBob = between('alice', 'bob')
const aliceAndCarol = between('alice', 'carol')
const bobAndCarol = between('bob', 'carol')
const aliceAndDave = between('alice', 'dave')

/** What was said before anybody opened the page, oldest first. */
export const steps: readonly Step[] = [
  says(3 * DAY + 190, 'dave', kitchen, 'Has anybody tried the rye recipe from last week?'),
  says(3 * DAY + 171, 'carol', kitchen, 'Twice. The second loaf was worth the first.'),
  says(3 * DAY + 168, 'dave', kitchen, 'How long did you let it rest?'),
  says(3 * DAY + 160, 'carol', kitchen, 'Overnight, in the cold. It hardly rises, and then it does.'),
  ...reads(3 * DAY + 150, kitchen, 'alice', 'bob', 'carol', 'dave'),

  says(2 * DAY + 300, 'alice', lake, 'The cabin is ours from Friday to Sunday. Who brings what?'),
  says(2 * DAY + 294, 'bob', lake, 'I bring the boat and whatever we catch with it.'),
  says(2 * DAY + 293, 'bob', lake, 'So: bread.'),
  says(2 * DAY + 281, 'carol', lake, 'Bread from me, then. Two loaves?'),
  says(2 * DAY + 279, 'dave', lake, 'Three. It’s us.'),
  ...reads(2 * DAY + 270, lake, 'alice', 'bob', 'carol', 'dave'),

  says(2 * DAY + 100, 'dave', garden, 'Whoever finds this room may take tomatoes from it.'),

  aliceAndDave.other(2 * DAY + 40, 'Could you send me the address of the cabin?'),
  aliceAndDave.one(2 * DAY + 31, 'Pier road 7, the key is with the neighbour. The blue door.'),
  step(2 * DAY + 30, 'dave', direct('alice'), { say: 'Perfect, thank you!', answers: 'Pier road' }),
  ...reads(2 * DAY + 29, direct('dave'), 'alice'),
  ...reads(2 * DAY + 29, direct('alice'), 'dave'),

  step(DAY + 302, 'bob', boat, { title: 'The boat' }),
  says(DAY + 300, 'bob', boat, 'Who has the second oar?'),
  says(DAY + 280, 'carol', boat, 'It is holding up my tomatoes. I’ll bring it.'),
  says(DAY + 277, 'alice', boat, 'Poor tomatoes.'),
  step(DAY + 276, 'bob', boat, { react: '🍅', to: 'It is holding up' }),
  ...reads(DAY + 270, boat, 'alice', 'bob', 'carol'),

  bobAndCarol.one(DAY + 220, 'Is the green kayak still with you?'),
  bobAndCarol.other(DAY + 205, 'In the shed, behind the other three.'),
  bobAndCarol.one(DAY + 204, '😅'),
  ...reads(DAY + 200, direct('carol'), 'bob'),
  ...reads(DAY + 200, direct('bob'), 'carol'),

  aliceAndCarol.other(DAY + 150, 'Did you find the tent poles?'),
  aliceAndCarol.one(DAY + 140, 'All but one. A broom handle will do.'),
  aliceAndCarol.other(DAY + 139, 'It has done before.'),
  ...reads(DAY + 138, direct('carol'), 'alice'),
  ...reads(DAY + 138, direct('alice'), 'carol'),

  says(DAY + 90, 'alice', lake, 'The forecast says sun on both days.'),
  says(DAY + 88, 'dave', lake, 'The forecast said so last time.'),
  step(DAY + 87, 'dave', lake, { edit: 'The forecast said so last time. I still have the umbrella from it.' }),
  ...reads(DAY + 80, lake, 'alice', 'bob', 'carol', 'dave'),

  aliceAndBob.other(96, 'Is the stove with you or with me?'),
  aliceAndBob.one(94, 'With you. Since March.'),
  aliceAndBob.other(93, 'Then it is under the skis.'),
  aliceAndBob.other(88, 'It was under the skis.'),
  aliceAndBob.one(87, '🎿🔥'),
  aliceAndBob.other(75, 'Leaving at eight on Friday, or is that cruel?'),
  aliceAndBob.one(74, 'Cruel, but right.'),
  aliceAndBob.one(73, 'I’ll bring coffee.'),
  aliceAndBob.other(71, 'Then it’s only right.'),
  ...reads(70, direct('bob'), 'alice'),
  ...reads(70, direct('alice'), 'bob'),

  asks(58, 'alice', lake, 'Train at 16:05 or 17:35? Please say so by tonight, I book for all of us.'),
  ...reads(56, lake, 'bob', 'carol', 'dave'),
  step(56, 'alice', lake, { pin: 'Train at' }),
  step(55, 'dave', lake, { say: '17:35, please. I can’t get away before four.', answers: 'Train at' }),
  says(53, 'bob', lake, 'Fine with me. I drive up with the boat anyway.'),
  says(51, 'carol', lake, '17:35. And I have the oar.'),
  step(50, 'bob', lake, { react: '🎉', to: '17:35. And' }),
  step(50, 'alice', lake, { react: '🎉', to: '17:35. And' }),
  step(49, 'dave', lake, { react: '👍', to: '17:35. And' }),
  says(48, 'alice', lake, 'Wrong group, sorry'),
  step(47, 'alice', lake, { recall: true }),
  ...reads(46, lake, 'alice', 'bob', 'carol', 'dave'),
  says(38, 'bob', lake, 'I looked after the boat this morning. This is what you get for it:'),
  step(37, 'bob', lake, { show: 'lake' }),
  step(37, 'bob', lake, { place: { lat: 46.6863, lng: 7.8632, name: 'The pier', address: 'Pier road 7' } }),
  ...reads(36, lake, 'alice', 'dave'),
  says(35, 'dave', lake, 'Is that today’s?'),
  says(34, 'bob', lake, 'An hour ago. No filter, no umbrella.'),
  step(34, 'dave', lake, { poll: { question: 'Breakfast on Saturday?', options: ['Pancakes', 'Rye bread', 'Whatever we catch'] } }),
  step(34, 'bob', lake, { react: '1️⃣', to: '' }),
  step(33, 'alice', lake, { react: '1️⃣', to: '' }),
  step(33, 'dave', lake, { react: '2️⃣', to: '' }),
  ...reads(33, lake, 'alice', 'dave'),

  says(21, 'dave', kitchen, 'Rye report: it rose.'),
  says(20, 'dave', kitchen, '🍞🎉'),
  ...reads(19, kitchen, 'bob'),

  aliceAndCarol.other(12, 'Do you have a minute for the shopping list?'),
  aliceAndCarol.other(11, 'I’d rather not buy coffee twice again.'),
  bobAndCarol.other(6, 'Found the kayak. And the paddles, even.'),

  step(4, 'alice', lake, { set: { pinned: 1 } }),
  step(4, 'bob', kitchen, { set: { silenced: true } }),
]
