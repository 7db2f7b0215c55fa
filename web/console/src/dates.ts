// Dates as people type them: 2026-3-1, 2026.3.1, 2026年3月1日, 20260301, 3-1, 今天, yesterday, +7.

const oneDay = 86_400_000
const words: Record<string, number> = {
  今天: 0,
  今日: 0,
  today: 0,
  明天: 1,
  tomorrow: 1,
  昨天: -1,
  yesterday: -1,
  前天: -2,
  后天: 2,
}

// The register counts its days in Shandong.
export function today(now = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now)
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * oneDay).toISOString().slice(0, 10)
}

// Days from one day to another; negative when the other is past.
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / oneDay)
}

function dateOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return same && year > 1900 && year < 2200 ? date.toISOString().slice(0, 10) : undefined
}

// No value where it is no day.
export function readDate(typed: string, now = today()): string | undefined {
  const text = typed.normalize('NFKC').trim().toLowerCase()
  if (text in words) return addDays(now, words[text]!)
  if (/^[+-]\d{1,3}$/.test(text)) return addDays(now, Number(text))
  const solid = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (solid) return dateOf(Number(solid[1]), Number(solid[2]), Number(solid[3]))
  const parts = text.split(/[-./年月日\s]+/).filter(Boolean)
  if (parts.some((part) => !/^\d{1,4}$/.test(part))) return undefined
  if (parts.length === 3) return dateOf(Number(parts[0]), Number(parts[1]), Number(parts[2]))
  if (parts.length === 2) return dateOf(Number(now.slice(0, 4)), Number(parts[0]), Number(parts[1]))
  return undefined
}
