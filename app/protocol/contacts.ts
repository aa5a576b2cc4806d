import type { StudyProtocol } from './study'

type ContactRule = Pick<StudyProtocol, 'contacts'>

/** Whether a client with so many face-to-face contacts may still be approached (protocol §3). */
export const mayApproach = (study: ContactRule, contacts: number): boolean => contacts <= study.contacts.maxAtApproach

/** Whether the interview may be held, counting the contact just held (protocol §3). */
export const mayInterview = (study: ContactRule, contacts: number): boolean =>
  contacts >= study.contacts.min && contacts <= study.contacts.max

/** How many more contacts can be held before the window closes with the next one; never negative (protocol §2.2). */
export const contactsLeft = (study: ContactRule, contacts: number): number => Math.max(0, study.contacts.max - contacts)
