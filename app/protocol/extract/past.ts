import { addDays, type Day } from '../day'
import type { Ladder } from '../study'

/**
 * Whether a file tells of the past, by the newest day that its rows are about: whatever was asked on that day is over,
 * answered or not, by the study's own ladder (protocol §2.1).
 */
export const tellsOfPast = ({ nonResponse }: Ladder, newest: Day, today: Day): boolean =>
  newest < addDays(today, -nonResponse)
