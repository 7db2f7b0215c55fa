// A file on its way to the register, with how much of it has left.

import { today } from '../dates'
import { askAgain, session } from '../session'
import { ask, bearer, newKey, Refusal, type Ground } from './client'
import { t } from '../words'
import type { components } from './schema'

export type Report = components['schemas']['SubmissionReport']
export type RowFault = components['schemas']['RowFault']

const unanswered: Ground = {
  word: 'console.unheard',
  zh: '没有收到登记系统的答复',
  en: 'the register did not answer',
  next_zh: '内容仍在本页，请检查网络后再次发送；重复报送不会重复登记',
  next_en:
    'nothing is lost: check the connection and send again; the same file twice changes nothing',
}

function send(
  target: string,
  file: Blob,
  kind: XMLHttpRequestResponseType,
  progress: (part: number) => void,
): Promise<XMLHttpRequest> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', target)
    request.responseType = kind
    for (const [name, value] of Object.entries(bearer())) request.setRequestHeader(name, value)
    request.setRequestHeader('Idempotency-Key', newKey())
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.onprogress = (event) => progress(event.total ? event.loaded / event.total : 0)
    request.onload = () => resolve(request)
    request.onerror = () => reject(new Refusal(0, [unanswered]))
    request.send(file)
  })
}

export async function submitFile(
  file: Blob,
  partial: boolean,
  progress: (part: number) => void,
): Promise<Report> {
  for (;;) {
    const answer = await send(
      `/v1/submissions${partial ? '?partial=true' : ''}`,
      file,
      'json',
      progress,
    )
    if (answer.status === 401 && session.value && (await askAgain())) continue
    const said = answer.response as (Report & { grounds?: Ground[] }) | null
    if (said && !said.grounds) return said
    throw new Refusal(answer.status, said?.grounds ?? [unanswered])
  }
}

// The file with what is wrong beside each row, judged as it would be today; saved beside others.
export async function saveFaults(file: File): Promise<void> {
  const answer = await ask('/v1/submissions/faults', {
    method: 'POST',
    body: file,
    headers: { 'Content-Type': 'application/octet-stream' },
  })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = `${t('submit.faults_file')}-${today()}${file.name.slice(file.name.lastIndexOf('.'))}`
  link.click()
  URL.revokeObjectURL(link.href)
}
