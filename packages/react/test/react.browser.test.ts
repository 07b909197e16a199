import { describeReact } from './describeReact.tsx'

describeReact()
