import { readRole } from '../../access/roles'
import type { AccessFile, AccessPart } from '../../exports/access-file'
import { words } from '../../i18n/catalogue'
import { longDay } from '../../i18n/days'
import type { Language } from '../../i18n/language'
import { type Plain, speak } from '../../i18n/speak'
import { doing } from '../../i18n/words/doings'
import type { HeldBoth } from '../../identity/held-of-client'
import type { Occasion } from '../../platform/occasion'
import { DEVIATIONS, type DeviationKind } from '../../protocol/deviations'
import { covariateLabel } from '../../protocol/extract/covariate'
import type { Instrument } from '../../protocol/study'
import type { HeldOfClient } from '../../records/held-of-client'
import { tellCourse } from '../dyads.$pseudonym/told'
import { answerParts } from './answers'
import { formParts, type Told } from './forms'

type Both = HeldBoth<HeldOfClient>

const { access: w } = words

/** Everything about one client in words that they can read, both halves together (GDPR art. 15); `battery` is all that was asked. */
export function accessFile(
  { study, today }: Occasion,
  both: Both,
  battery: readonly Instrument[],
  language: Language,
): AccessFile {
  const { protocol } = study
  const say = speak(language)
  const told = { say, language, protocol }
  return {
    language,
    title: say(w.file),
    about: [
      say(w.fileStudy, { study: protocol.title[language] }),
      say(w.fileDay, { on: longDay(language, today) }),
      say(w.fileAbout),
      say(w.fileSupervisor),
    ],
    parts: [who(both, told), ...consents(both, told), ...cases(both, told, battery), ...uses(both, told), terms(told)],
  }
}

function who({ held, named }: Both, { say }: Told): AccessPart {
  const or = (value: string | number | null) => (value === null ? say(w.gone) : `${value}`)
  return {
    heading: say(w.who),
    none: say(w.none),
    rows: [
      [say(w.name), or(named.name)],
      [say(w.number), or(named.number)],
      [say(w.bornOn), or(named.bornOn)],
      [say(w.phone), or(named.phone)],
      [say(w.doNotAsk), say(named.doNotAsk ? w.yes : w.no)],
      ...named.supervisions.map((number) => [say(w.supervision), number]),
      [say(w.pseudonym), held.pseudonym],
      ...held.dyads.map((pseudonym) => [say(w.pair), pseudonym]),
      [say(w.gender), or(held.gender)],
      [say(w.birthYear), or(held.birthYear)],
    ],
  }
}

function consents({ held, named }: Both, { say, language, protocol }: Told): AccessPart[] {
  const scope = (name: string) => protocol.consent.scopes[name]?.label[language] ?? name
  return [
    ...named.forms.flatMap((form) => formParts(form, { say, language, protocol })),
    {
      heading: say(w.allowed),
      none: say(w.none),
      rows: held.permissions.map((one) => [scope(one.scope), say(one.granted ? w.yes : w.no), one.endedOn ?? '']),
    },
    {
      heading: say(w.letters),
      none: say(w.none),
      columns: [say(w.letter), say(w.day)],
      rows: named.letters.map(({ version, language: written, on }) => [`${version} (${written})`, on]),
    },
  ]
}

function cases({ held }: Both, { say, language, protocol }: Told, battery: readonly Instrument[]): AccessPart[] {
  return held.cases.flatMap((one) => {
    const fact = (value: unknown) =>
      typeof value === 'boolean' ? say(value ? w.yes : w.no) : value === null ? say(w.gone) : `${value}`
    const facts = Object.entries(words.caseFacts) as [keyof typeof words.caseFacts, Plain][]
    const course = tellCourse(
      one.course.map((entry) => ({ ...entry, actor: null })),
      protocol,
      { language, correspondence: true, register: true },
    )
    return [
      {
        heading: say(w.supervisions),
        none: say(w.none),
        rows: facts.map(([key, label]) => [say(label), fact(one[key])]),
      },
      {
        heading: say(w.further),
        none: say(w.none),
        columns: [say(w.fact), say(w.value), say(w.day)],
        rows: one.further.flatMap(({ name, before, ...now }) =>
          [now, ...before].map(({ value, asOf }) => [covariateLabel(protocol, name)[language], value, asOf]),
        ),
      },
      {
        heading: say(w.course),
        about: say(w.courseAbout),
        none: say(w.none),
        columns: [say(w.day), say(w.happened), say(w.more)],
        rows: course.map(({ written, title, details }) => [written, title, details]),
      },
      {
        heading: say(w.deviations),
        none: say(w.none),
        columns: [say(w.day), say(w.happened), say(w.more)],
        rows: one.deviations.map(({ kind, on, remark }) => [
          on,
          DEVIATIONS[kind as DeviationKind].label[language],
          remark ?? '',
        ]),
      },
      ...one.answers.flatMap((answered) => answerParts(answered, battery, { say, language, protocol })),
    ]
  })
}

function uses({ held, named }: Both, { say }: Told): AccessPart[] {
  const by = (one: string) => {
    const role = readRole(one)
    return say(role ? words.roles[role] : (words.actors[one as keyof typeof words.actors] ?? words.actors.gone))
  }
  return [
    {
      heading: say(w.seen),
      none: say(w.none),
      columns: [say(w.moment), say(w.by), say(w.happened)],
      rows: named.seen.map(({ at, by: who, verb }) => [at.slice(0, 16).replace('T', ' '), by(who), say(doing(verb))]),
    },
    {
      heading: say(w.released),
      about: say(w.releasedAbout),
      none: say(w.none),
      columns: [say(w.day), say(w.purposeOf)],
      rows: held.releases.map(({ on, purpose }) => [on, purpose]),
    },
  ]
}

function terms({ say, language, protocol }: Told): AccessPart {
  const { privacy: p } = words
  return {
    heading: say(w.terms),
    none: say(w.none),
    columns: [say(w.kind), say(w.term)],
    rows: Object.values(protocol.retention).map(({ label, keep, from }) => {
      const long =
        'hours' in keep
          ? say(p.hours, { n: keep.hours })
          : 'days' in keep
            ? say(p.days, { n: keep.days })
            : say(p.months, { n: keep.months })
      return [label[language], `${long} ${say(words.keptFrom[from])}`]
    }),
  }
}
