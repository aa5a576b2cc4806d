/** Names of the machine, one after the other. */
export const Codes = ({ all }: { all: readonly string[] }) => (
  <span className="row">
    {all.map((one) => (
      <code key={one}>{one}</code>
    ))}
  </span>
)
