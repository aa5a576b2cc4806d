import { redirect } from '@remix-run/node'
import { link } from '../../access/pages'
import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { type Day, parseDay } from '../../protocol/day'
import type { Place } from '../../protocol/inclusion'
import type { FlowPart } from '../../records/flow/places'
import { placesKnown } from '../../records/sites/places'

/** A region with its locations, as the register has named them. */
type Region = { readonly region: string; readonly locations: readonly string[] }

/** Which flow was asked for, and what was wrong with the question: then everything of today is shown instead. */
export type Asked = {
  readonly part: FlowPart
  /** The same, as it stands in an address. */
  readonly query: { readonly on?: string; readonly region?: string; readonly location?: string }
  readonly typed: { readonly on: string; readonly region: string; readonly location: string }
  readonly mistakes: Readonly<Partial<Record<'on' | 'region' | 'location', 'noDay' | 'notYet' | 'noPlace'>>>
  readonly regions: readonly Region[]
}

/** Reads the day and the place that an address of the flow names. */
export async function askedOf(request: Request, db: StudyDb, study: StudyRef, today: Day): Promise<Asked> {
  const given = new URL(request.url).searchParams
  const text = (name: string) => given.get(name)?.trim() ?? ''
  const typed = { on: text('on'), region: text('region'), location: text('location') }
  const regions = byRegion(await placesKnown(db, study))
  const day = typed.on ? parseDay(typed.on) : today
  const knownRegion = !typed.region || regions.some(({ region }) => region === typed.region)
  const knownLocation = !typed.location || regions.some(({ locations }) => locations.includes(typed.location))
  const on = day && day <= today ? day : today
  const place = {
    ...(typed.region && knownRegion && { region: typed.region }),
    ...(typed.location && knownLocation && { location: typed.location }),
  }
  return {
    part: { on, ...place },
    query: { ...(on !== today && { on }), ...place },
    typed,
    mistakes: {
      ...(!day ? { on: 'noDay' } : day > today ? { on: 'notYet' } : {}),
      ...(!knownRegion && { region: 'noPlace' }),
      ...(!knownLocation && { location: 'noPlace' }),
    },
    regions,
  }
}

function byRegion(places: readonly Place[]): Region[] {
  const names = [...new Set(places.map(({ region }) => region))]
  const locations = (region: string) => places.filter((one) => one.region === region).map(({ location }) => location)
  return names.map((region) => ({ region, locations: locations(region) }))
}

/** Which flow a file is to hold. What is wrong with the question is told by the page, with what was typed: no file is made of another day. */
export async function partOfFile(...question: Parameters<typeof askedOf>): Promise<FlowPart> {
  const { part, typed, mistakes } = await askedOf(...question)
  if (Object.keys(mistakes).length > 0) throw redirect(link.flow(typed))
  return part
}
