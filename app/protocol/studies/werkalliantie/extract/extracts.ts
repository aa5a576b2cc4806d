import type { Extract } from '../../../extract/extract'
import { fieldworkExtract } from './fieldwork'
import { registerExtract } from './register'
import { repliesExtract } from './replies'

/** The files that intake is fed with, in the order in which they follow each other (§2). */
export const extracts: readonly Extract[] = [registerExtract, repliesExtract, fieldworkExtract]
