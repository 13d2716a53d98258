// A key on the reader's own token or card signs here: digests go out to a program of the reader's computer, values come
// back, the node judges both. Which programs, and how: docs/formats/token-agent.md. Without this file everything else works.
'use strict';
(() => {
  const boxes = document.querySelectorAll('[data-token-sign]');
  if (boxes.length === 0) return;
  const AT_ONCE = 5; // values sent to the node together
  const HASH = 'SHA-256';

  // Web eID: a browser extension that answers messages of the page.
  const ask = (action, message, patience) => new Promise((resolve, reject) => {
    const name = 'web-eid:' + action;
    const done = (settle, what) => {
      clearTimeout(timer);
      window.removeEventListener('message', heard);
      settle(what);
    };
    const heard = (event) => {
      if (event.origin !== location.origin) return;
      if (event.data?.action === name + '-success') done(resolve, event.data);
      if (event.data?.action === name + '-failure') done(reject, new Error(event.data.error?.message));
    };
    const timer = setTimeout(() => done(reject, new Error()), patience);
    window.addEventListener('message', heard);
    window.postMessage({ action: name, libraryVersion: '2.1.0', ...message }, location.origin);
  });
  const PERSON = 5 * 60 * 1000; // to find the card and type its PIN
  const webEid = {
    name: 'Web eID',
    getSigningCertificate: () => ask('get-signing-certificate', {}, PERSON),
    sign: (certificate, hash, hashFunction) => ask('sign', { certificate, hash, hashFunction }, PERSON),
  };

  async function* values(agent, certificate, digests) {
    if (agent.signAll) {
      yield* (await agent.signAll(certificate, digests, HASH)).signatures;
      return;
    }
    for (const digest of digests) yield (await agent.sign(certificate, digest, HASH)).signature;
  }

  const call = async (box, method, address, body) => {
    const answer = await fetch(address, {
      method,
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-TOKEN': box.dataset.csrf },
      body: JSON.stringify(body),
    });
    const said = answer.status === 204 ? {} : await answer.json();
    if (!answer.ok) throw new Error(said.detail);
    return said;
  };

  const one = async (box, agent, { certificate, chain = [] }, what, count) => {
    const [kind, subject] = what.split(':');
    const prepared = await call(box, 'POST', `/api/v1/classes/${box.dataset.class}/signatures/prepared`,
      { kind, subject, certificates: [certificate, ...chain] });
    const address = '/api/v1/signatures/' + prepared.id;
    count({ asked: prepared.records });
    let given = [];
    const bring = async () => {
      const some = given;
      given = [];
      if (some.length === 0) return;
      const came = await call(box, 'POST', address, { values: some });
      count({ signed: came.signed, left: came.leftOut });
    };
    try {
      let next = 0;
      for await (const value of values(agent, certificate, prepared.digests)) {
        given.push({ digest: prepared.digests[next++], value });
        if (given.length >= AT_ONCE) await bring();
      }
    } catch (fault) {
      await bring(); // what the token gave before it stopped is not lost
      await call(box, 'DELETE', address);
      throw fault;
    }
    await bring();
  };

  const offer = (box, agent) => {
    const part = (name) => box.querySelector(`[data-token-${name}]`);
    const say = (name, ...filled) => filled.reduce((words, each, i) => words.replaceAll(`{${i}}`, each), box.dataset[name]);
    const [status, bar, error, button] = [part('status'), part('bar'), part('error'), box.querySelector('button')];
    const fresh = button.cloneNode(true); // an agent found later takes the place of one found before
    button.replaceWith(fresh);
    part('none').hidden = true;
    part('found').hidden = false;
    part('name').textContent = say('found', agent.name || 'matriculaToken');
    fresh.addEventListener('click', async () => {
      const sum = { asked: 0, signed: 0, left: 0 };
      const count = (more) => {
        for (const key in more) sum[key] += more[key];
        bar.max = Math.max(1, sum.asked);
        bar.value = sum.signed;
        status.textContent = say('progress', sum.signed, sum.asked);
      };
      fresh.disabled = true;
      error.hidden = true;
      part('again').hidden = true;
      part('running').hidden = false;
      status.textContent = say('asked');
      try {
        const certificate = await agent.getSigningCertificate();
        for (const what of box.dataset.tokenSign.split(' ')) await one(box, agent, certificate, what, count);
        status.textContent = say('done', sum.signed) + (sum.left > 0 ? ' ' + say('left', sum.left) : '');
        fresh.parentElement.hidden = true;
      } catch (fault) {
        const far = sum.asked > 0 ? say('stopped', sum.signed, sum.asked) : '';
        error.textContent = [fault.message, far].filter(Boolean).join(' ') || say('silent');
        error.hidden = false;
        fresh.disabled = false;
      }
      part('again').hidden = false;
    });
  };

  const found = (agent) => boxes.forEach((box) => offer(box, agent));
  const hooked = () => window.matriculaToken && found(window.matriculaToken);
  window.addEventListener('matricula-token', hooked);
  if (window.matriculaToken) hooked();
  else if (window.isSecureContext) {
    // The extension takes a moment to listen; nobody there is no fault.
    setTimeout(() => ask('status', {}, 10000).then(() => window.matriculaToken || found(webEid), () => {}), 1000);
  }
})();
