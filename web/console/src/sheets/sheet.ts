// A table as the clerk's file holds it: rows of cells, each with the number its row has in the file,
// so that a fault the register names finds its cell.

import { readCsv } from './csv'

export interface Row {
  number: number
  cells: string[]
}

export interface Sheet {
  name: string
  rows: Row[] // the first holds the headers
}

export async function readFile(file: File): Promise<Sheet[]> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (zipped) return (await import('./xlsx')).readWorkbook(bytes)
  return [{ name: '', rows: readCsv(bytes) }]
}
