import { addDays, type Day } from '../day'

/** A file whose newest day lies further back tells of the past (**decided**). */
const PAST_DAYS = 60

/** Whether a file tells of the past, by the newest day that its rows are about. */
export const tellsOfPast = (newest: Day, today: Day): boolean => newest < addDays(today, -PAST_DAYS)
