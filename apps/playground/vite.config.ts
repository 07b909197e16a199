import { viteConfig } from './server/viteConfig.ts'

export default viteConfig()
