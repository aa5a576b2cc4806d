const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.8, strokeLinecap: 'round' } as const

/** A clock face; decoration beside words. */
export const ClockIcon = () => (
  <svg viewBox="0 0 20 20" aria-hidden="true" {...line}>
    <circle cx="10" cy="10" r="7.5" />
    <path d="M10 5.5V10l3 2" />
  </svg>
)

/** What the theme button does next: sun, moon, or half and half for the machine's own choice. */
export function ThemeIcon({ theme }: { theme: 'system' | 'light' | 'dark' }) {
  if (theme === 'dark')
    return (
      <svg viewBox="0 0 20 20" aria-hidden="true" {...line}>
        <path d="M16.5 12.2A7 7 0 1 1 7.8 3.5a5.6 5.6 0 0 0 8.7 8.7Z" />
      </svg>
    )
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" {...line}>
      <circle cx="10" cy="10" r={theme === 'light' ? 3.6 : 6.8} />
      {theme === 'light' ? (
        <path d="M10 1.8v1.6M10 16.6v1.6M1.8 10h1.6M16.6 10h1.6M4.2 4.2l1.1 1.1M14.7 14.7l1.1 1.1M4.2 15.8l1.1-1.1M14.7 5.3l1.1-1.1" />
      ) : (
        <path d="M10 3.2v13.6a6.8 6.8 0 0 0 0-13.6Z" fill="currentColor" />
      )}
    </svg>
  )
}

/** Two rings that do not meet: nothing here. */
export const NothingIcon = () => (
  <svg viewBox="0 0 56 28" aria-hidden="true" {...line}>
    <circle cx="14" cy="14" r="9" />
    <rect x="33" y="5.5" width="17" height="17" rx="4" strokeDasharray="3 4" />
  </svg>
)
