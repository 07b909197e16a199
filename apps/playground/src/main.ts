import './styles/index.css'
import './page/exposed.ts'
import { mount } from 'svelte'
import { createPage } from './page/createPage.ts'
import Page from './page/Page.svelte'

const target = document.querySelector('#page')
if (target === null) throw new Error('index.html has no element #page.')
mount(Page, { target, props: { page: await createPage(window.location) } })
