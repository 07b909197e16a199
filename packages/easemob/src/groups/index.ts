export { groups } from './groups.ts'
