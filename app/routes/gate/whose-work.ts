import type { Role } from '../../access/roles'
import type { WORK_OF } from '../../protocol/work'

/** Whose work somebody sees who sees any: an interviewer that of interviewers, anybody else that of coordinators. */
export const whoseWork = (role: Role): keyof typeof WORK_OF => (role === 'interviewer' ? 'interviewer' : 'coordinator')
