/** Budgets of our own code, minified and gzipped; what a user has anyway, or shares between packages, is apart. */
const budgets = [
  { name: 'core: createChat', folder: 'core', import: '{ createChat }', limit: '51 kB' },
  { name: 'core: everything', folder: 'core', import: '*', limit: '54 kB' },
  { name: 'core: contacts and presence, with what createChat has anyway', folder: 'core', entry: 'contacts', import: '*', limit: '7 kB' },
  { name: 'core: groups, with what createChat has anyway', folder: 'core', entry: 'groups', import: '*', limit: '4 kB' },
  { name: 'core: one small name (nothing else comes along)', folder: 'core', import: '{ direct }', limit: '1 kB' },
  { name: 'core/emoji: everything', folder: 'core', entry: 'emoji', import: '*', limit: '3.5 kB' },
  { name: 'core/attachments: one uploader', folder: 'core', entry: 'attachments', import: '{ browserUploader }', limit: '3 kB' },
  {
    name: 'core/attachments: everything, with what createChat has anyway',
    folder: 'core',
    entry: 'attachments',
    import: '*',
    limit: '9 kB',
  },
  { name: 'react', folder: 'react', import: '*', limit: '3 kB' },
  { name: 'react/attachments', folder: 'react', entry: 'attachments', import: '*', limit: '1 kB' },
  { name: 'vue', folder: 'vue', import: '*', limit: '3 kB' },
  { name: 'vue/attachments', folder: 'vue', entry: 'attachments', import: '*', limit: '1 kB' },
  { name: 'svelte', folder: 'svelte', import: '*', limit: '3 kB' },
  { name: 'svelte/attachments', folder: 'svelte', entry: 'attachments', import: '*', limit: '1 kB' },
  { name: 'easemob', folder: 'easemob', import: '*', limit: '9 kB' },
  { name: 'easemob/people, by itself', folder: 'easemob', entry: 'people', import: '*', limit: '2.5 kB' },
  { name: 'easemob/groups, by itself', folder: 'easemob', entry: 'groups', import: '*', limit: '3 kB' },
  { name: 'easemob/typing, by itself', folder: 'easemob', entry: 'typing', import: '*', limit: '2.5 kB' },
  { name: 'easemob/reactions, by itself', folder: 'easemob', entry: 'reactions', import: '*', limit: '2 kB' },
  { name: 'easemob/settings, by itself', folder: 'easemob', entry: 'settings', import: '*', limit: '2 kB' },
  { name: 'easemob/search, by itself', folder: 'easemob', entry: 'search', import: '*', limit: '2.5 kB' },
  { name: 'easemob/deletion, by itself', folder: 'easemob', entry: 'deletion', import: '*', limit: '1.5 kB' },
]

export default budgets.map(({ folder, entry = 'index', ...budget }) => ({
  ...budget,
  path: `packages/${folder}/dist/${entry}.js`,
  gzip: true,
  ignore: ['rxjs', 'immer', '@preact/signals-core', '@parlance/core', 'react', 'vue', 'svelte', 'svelte/*'],
}))
