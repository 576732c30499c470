/** The name itself, or with the first number that nobody has yet: "Отдел", "Отдел 2". */
export function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((each) => each.toLowerCase()))
  if (!used.has(name.toLowerCase())) return name
  let number = 2
  while (used.has(`${name} ${number}`.toLowerCase())) number += 1
  return `${name} ${number}`
}
