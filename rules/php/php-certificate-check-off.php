<?php
// ruleid: php-certificate-check-off
curl_setopt($curl, CURLOPT_SSL_VERIFYPEER, false);
// ruleid: php-certificate-check-off
curl_setopt($curl, CURLOPT_SSL_VERIFYHOST, 0);
// ok: php-certificate-check-off
curl_setopt($curl, CURLOPT_SSL_VERIFYPEER, true);
// ok: php-certificate-check-off
curl_setopt($curl, CURLOPT_SSL_VERIFYHOST, 2);
