// CSV as clerks' programs write it: UTF-8, UTF-16 or GB 18030; commas, semicolons or tabs.

import type { Row } from './sheet'

// The same order as the register's: mark, strict UTF-8, GB 18030.
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function delimiterOf(text: string): string {
  const first = text.slice(0, text.indexOf('\n') + 1 || undefined)
  const counts = [',', '\t', ';'].map((mark) => [mark, first.split(mark).length] as const)
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}

export function readCsv(bytes: Uint8Array): Row[] {
  const text = decode(bytes)
  const delimiter = delimiterOf(text)
  const rows: Row[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let number = 1
  const endRow = () => {
    cells.push(cell)
    if (cells.length > 1 || cells[0] !== '') rows.push({ number, cells })
    number += 1
    cells = []
    cell = ''
  }
  for (let place = 0; place < text.length; place += 1) {
    const mark = text[place]!
    if (quoted) {
      if (mark !== '"') cell += mark
      else if (text[place + 1] === '"') cell += text[(place += 1)]
      else quoted = false
    } else if (mark === '"' && cell === '') quoted = true
    else if (mark === delimiter) {
      cells.push(cell)
      cell = ''
    } else if (mark === '\n') endRow()
    else if (mark !== '\r') cell += mark
  }
  if (cell !== '' || cells.length) endRow()
  return rows
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

export function writeCsv(rows: Row[]): string {
  return '\ufeff' + rows.map(({ cells }) => cells.map(quote).join(',') + '\r\n').join('')
}
