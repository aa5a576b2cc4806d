import type { Day } from '../day'
import { windowOf } from '../waves'
import type { CourseWave } from './course'
import { because, type Ended, ends, gone, type Rule } from './piece'

/**
 * A client is to be interviewed once more within the window that an earlier interview anchors: on the day that was planned, else
 * before it closes (§4). Needless for who was lost to the wave, or does not want to be asked again (§6).
 */
export const laterInterviewWork: Rule = ({ waves }, course) =>
  waves.flatMap((wave) => {
    const anchor = wave.window && course.waves[wave.window.anchor]?.client?.openedOn
    if (!anchor) return []
    const { opens, closes } = windowOf(wave, anchor)
    const at = course.waves[wave.name]
    const lost = gone(course).find(({ step }) => step === wave.name)
    const ended =
      ends('done', 'interview_held', at?.client?.openedOn) ??
      ends('dropped', 'wave_lost', lost?.leftOn) ??
      unwanted(at, anchor)
    const due = at?.appointmentOn ?? closes
    const kind = 'appointment' as const
    return [{ kind, wave: wave.name, opens, due, closes, because: because('anchor_held', anchor), ended }]
  })

/** That the client may not be asked for a wave: since it was taken back, or since the interview at which it was not given (§6). */
export const unwanted = (at: CourseWave | undefined, since: Day): Ended | null =>
  at?.consent === true ? null : ends('dropped', 'no_consent', at?.takenBackOn ?? since)
