import { scaleDefinitionNamed } from '../../../app/protocol/scoring'
import { DEFAULT_STUDY, protocolOf } from '../../../app/protocol/studies/registry'
import { choiceOption, UsageError } from '../arguments'
import type { Command } from '../command'
import { scoredFile } from '../scored-file'
import { refusalAnswer } from '../words'

export const scoreCommand: Command = {
  words: ['score'],
  optional: ['FILE'],
  options: {
    wave: { value: 'T1|T2' },
    perspective: { value: 'client|supervisor' },
    definition: { value: 'published|alpha' },
  },
  about: 'scale scores, descriptives and reliability of a CSV with iNN columns, or of a wave of the study (§7.1)',
  run: async (given) => {
    const [file] = given.parameters
    const wave = given.option('wave')
    const perspective = choiceOption(given, 'perspective', ['client', 'supervisor'])
    const name = choiceOption(given, 'definition', ['published', 'alpha'])
    if (file !== undefined && wave !== undefined) throw new UsageError('FILE and --wave exclude each other')
    if (file !== undefined) return scoredFile(file, scaleDefinitionNamed(protocolOf(DEFAULT_STUDY), name), perspective)
    if (wave === undefined) throw new UsageError('FILE is missing, or --wave')
    // a file needs no database: one that is as long as it likes is scored in the room of a short one
    const [{ withStudy }, { scoredStudy }] = await Promise.all([import('../session'), import('../scored-study')])
    return withStudy(given, async ({ databases, study }) => {
      if (!study.protocol.waves.some((one) => one.name === wave)) return refusalAnswer({ code: 'unknown_wave' })
      return scoredStudy(databases, study, {
        wave,
        perspective,
        definition: scaleDefinitionNamed(study.protocol, name),
      })
    })
  },
}
