import type { LapseItem } from '../instruments/lapses'
import type { OutcomeRule } from '../study'
import { sumOfLapses } from './answers'

const ITEMS: readonly LapseItem[] = ['late_without_notice', 'did_not_appear']

/** Late without notice and did not appear, added up (protocol §5). */
export const attendanceLapse = [
  {
    outcome: 'attendance_lapse',
    variant: 'published',
    version: 1,
    column: 'lapses',
    cite: '§5',
    from: 'answers',
    label: { nl: 'Haperingen: twee keer of vaker', en: 'Attendance lapses: twice or more' },
    derive: (facts) => sumOfLapses(facts, ITEMS, 2),
  },
  {
    outcome: 'attendance_lapse',
    variant: 'more_than_twice',
    version: 1,
    column: 'lapses_3_or_more',
    cite: '§5',
    from: 'answers',
    label: { nl: 'Haperingen: vaker dan twee keer', en: 'Attendance lapses: more than twice' },
    derive: (facts) => sumOfLapses(facts, ITEMS, 3),
  },
] as const satisfies readonly OutcomeRule[]
