import type { Extract } from '../../../extract/extract'
import { fieldworkExtract } from './fieldwork'
import { followUpExtract } from './follow-up'
import { registerExtract } from './register'
import { repliesExtract } from './replies'

/** The files that the study is fed with, in the order in which they follow each other (§2, §5). */
export const extracts: readonly Extract[] = [registerExtract, repliesExtract, fieldworkExtract, followUpExtract]
