// Comfort only: the camera in the page. Where the browser reads QR codes itself, the text is sent; elsewhere one
// picture is taken into the ordinary field of the photo, and the form is sent. Nothing leaves the phone before that.
for (const box of document.querySelectorAll('.scan')) {
  const form = box.closest('form');
  const view = box.querySelector('[data-view]');
  const video = box.querySelector('video');
  const told = box.querySelector('[role=status]');
  const shot = box.querySelector('[data-shot]');
  const open = box.querySelector('[data-open]');
  let stream;
  let running = false;

  const stop = () => {
    running = false;
    stream?.getTracks().forEach(track => track.stop());
    stream = undefined;
    view.hidden = true;
    open.hidden = false;
  };

  const reader = async () => {
    if (!('BarcodeDetector' in window)) {
      return undefined;
    }
    const formats = await BarcodeDetector.getSupportedFormats();
    return formats.includes('qr_code') ? new BarcodeDetector({formats: ['qr_code']}) : undefined;
  };

  const look = async detector => {
    if (!running) {
      return;
    }
    const codes = await detector.detect(video).catch(() => []);
    if (codes.length > 0 && running) {
      stop();
      form.elements.text.value = codes[0].rawValue;
      form.requestSubmit();
      return;
    }
    setTimeout(() => look(detector), 250);
  };

  open.addEventListener('click', async () => {
    try {
      stream = await navigator.mediaDevices.getUserMedia(
          {video: {facingMode: 'environment', width: {ideal: 1920}, height: {ideal: 1080}}});
    } catch {
      view.hidden = false;
      told.textContent = box.dataset.refused;
      return;
    }
    video.srcObject = stream;
    running = true;
    view.hidden = false;
    open.hidden = true;
    await video.play();
    const detector = await reader();
    shot.hidden = detector !== undefined;
    told.textContent = detector ? box.dataset.look : box.dataset.take;
    if (detector) {
      look(detector);
    }
  });

  shot.addEventListener('click', () => {
    const canvas = document.createElement('canvas');
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    canvas.getContext('2d').drawImage(video, 0, 0);
    canvas.toBlob(picture => {
      const files = new DataTransfer();
      files.items.add(new File([picture], 'camera.jpg', {type: 'image/jpeg'}));
      form.elements.photo.files = files.files;
      stop();
      form.requestSubmit();
    }, 'image/jpeg', 0.92);
  });

  box.querySelector('[data-close]').addEventListener('click', stop);
  addEventListener('pagehide', stop);
  box.hidden = !navigator.mediaDevices?.getUserMedia;
}
