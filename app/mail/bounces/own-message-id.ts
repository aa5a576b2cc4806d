const OURS = /<([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@[^<>\s]+>/i

/** What stands left of the @ in the first Message-ID of a text that has the shape of ours, or null. */
export const ownMessageId = (text: string): string | null => OURS.exec(text)?.[1]?.toLowerCase() ?? null
