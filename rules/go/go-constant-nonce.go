package sealed

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
)

func fixed(key, text []byte) []byte {
	block, _ := aes.NewCipher(key)
	gcm, _ := cipher.NewGCM(block)
	// ruleid: go-constant-nonce
	return gcm.Seal(nil, []byte("unique nonce"), text, nil)
}

func zero(key, text []byte) []byte {
	block, _ := aes.NewCipher(key)
	nonce := make([]byte, 16)
	// ruleid: go-constant-nonce
	stream := cipher.NewCTR(block, nonce)
	stream.XORKeyStream(text, text)
	return text
}

func fresh(key, text []byte) ([]byte, error) {
	block, _ := aes.NewCipher(key)
	gcm, _ := cipher.NewGCM(block)
	nonce := make([]byte, gcm.NonceSize())
	if _, err := rand.Read(nonce); err != nil {
		return nil, err
	}
	// ok: go-constant-nonce
	return gcm.Seal(nonce, nonce, text, nil), nil
}

func given(key, nonce, text []byte) []byte {
	block, _ := aes.NewCipher(key)
	gcm, _ := cipher.NewGCM(block)
	// ok: go-constant-nonce
	return gcm.Seal(nil, nonce, text, nil)
}

func pieces(key, text []byte) {
	block, _ := aes.NewCipher(key)
	nonce := make([]byte, 16)
	rand.Read(nonce[:8])
	rand.Read(nonce[8:16])
	// ok: go-constant-nonce
	cipher.NewCTR(block, nonce).XORKeyStream(text, text)
}

func filledElsewhere(key, text []byte, fill func([]byte)) {
	block, _ := aes.NewCipher(key)
	nonce := make([]byte, 16)
	fill(nonce)
	// ok: go-constant-nonce
	cipher.NewCTR(block, nonce).XORKeyStream(text, text)
}

func measured(key, text []byte) {
	block, _ := aes.NewCipher(key)
	nonce := make([]byte, 16)
	println(len(nonce))
	// ruleid: go-constant-nonce
	cipher.NewCTR(block, nonce).XORKeyStream(text, text)
}
