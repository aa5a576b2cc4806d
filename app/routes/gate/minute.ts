import { A_MINUTE } from '../../ui/for-a-minute'

/** The headers of a page with a name (§6): after a minute the browser goes to `over`. That no copy is kept is said of every page. */
export const forAMinute = (over: string) => ({ Refresh: `${A_MINUTE}; url=${over}` })
