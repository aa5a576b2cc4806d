/** Who has an account (protocol, introduction). Supervisors have none: they come by a personal link. */
export const ROLES = ['coordinator', 'interviewer', 'analyst', 'data_manager', 'privacy_officer', 'key_holder'] as const
export type Role = (typeof ROLES)[number]

/** A role as it was stored or sent; undefined when there is no such role. */
export function readRole(text: string): Role | undefined {
  return ROLES.find((role) => role === text)
}
