import { FOLLOW_UP_STATES, type FollowUpState } from '../../protocol/follow-up'

/** Which part of the list an address asks for: a state and a location, when it names them. */
export function partAsked(request: Request): { readonly state?: FollowUpState; readonly location?: string } {
  const given = new URL(request.url).searchParams
  const state = FOLLOW_UP_STATES.find((one) => one === given.get('state'))
  const location = given.get('location')
  return { ...(state && { state }), ...(location && { location }) }
}
