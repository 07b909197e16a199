import { describeSvelte } from './describeSvelte.ts'

describeSvelte()
