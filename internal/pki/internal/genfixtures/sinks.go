package main

// sinkPackages hold, for each identifier of a sink of keys, a package in which
// nothing but that identifier speaks of keys: the keys are encoded.
var sinkPackages = []output{
	{file: keyDir + "sinks/x509keypair/keys.go", decl: []decl{
		{"pairText", base64Const, "x509keypair-pair.key", reaches("tls.X509KeyPair")},
	}},
	{file: keyDir + "sinks/parsepkcs1privatekey/keys.go", decl: []decl{
		{"parseText", base64Const, "parsepkcs1privatekey-parse.key", reaches("x509.ParsePKCS1PrivateKey")},
	}},
	{file: keyDir + "sinks/parsepkcs8privatekey/keys.go", decl: []decl{
		{"parseText", base64Const, "parsepkcs8privatekey-parse.p8", reaches("x509.ParsePKCS8PrivateKey")},
	}},
	{file: keyDir + "sinks/parseecprivatekey/keys.go", decl: []decl{
		{"parseText", base64Const, "parseecprivatekey-parse.key", reaches("x509.ParseECPrivateKey")},
	}},
	{file: keyDir + "sinks/decryptpemblock/keys.go", decl: []decl{
		{"decryptText", base64Const, "decryptpemblock-decrypt.locked", keyReaches("encrypted EC", "x509.DecryptPEMBlock")},
	}},
	{file: keyDir + "sinks/parseprivatekey/keys.go", decl: []decl{
		{"loginText", base64Const, "parseprivatekey-login.ssh", reaches("ssh.ParsePrivateKey")},
	}},
	{file: keyDir + "sinks/parserawprivatekey/keys.go", decl: []decl{
		{"loginText", base64Const, "parserawprivatekey-login.ssh", reaches("ssh.ParseRawPrivateKey")},
	}},
	{file: keyDir + "sinks/parseprivatekeywithpassphrase/keys.go", decl: []decl{
		{"loginText", base64Const, "parseprivatekeywithpassphrase-login.ssh-locked", keyReaches("encrypted ECDSA P-256", "ssh.ParsePrivateKeyWithPassphrase")},
	}},
	{file: keyDir + "sinks/parserawprivatekeywithpassphrase/keys.go", decl: []decl{
		{"loginText", base64Const, "parserawprivatekeywithpassphrase-login.ssh-locked", keyReaches("encrypted ECDSA P-256", "ssh.ParseRawPrivateKeyWithPassphrase")},
	}},
	{file: keyDir + "sinks/newpublickeys/keys.go", decl: []decl{
		{"loginText", base64Const, "newpublickeys-login.ssh", reaches("ssh.NewPublicKeys")},
	}},
	{file: keyDir + "sinks/parsekey/keys.go", decl: []decl{
		{"jwxText", base64Const, "parsekey-jwx.p8", reaches("jwk.ParseKey")},
		{"jwx2Text", base64Const, "parsekey-jwx2.p8", reaches("jwk.ParseKey")},
		{"jwx3Text", base64Const, "parsekey-jwx3.p8", reaches("jwk.ParseKey")},
		{"stepText", base64Const, "parsekey-step.p8", reaches("pemutil.ParseKey")},
	}},
	{file: keyDir + "sinks/parseprivatekeypem/keys.go", decl: []decl{
		{"cfsslText", base64Const, "parseprivatekeypem-cfssl.key", reaches("helpers.ParsePrivateKeyPEM")},
		{"kubernetesText", base64Const, "parseprivatekeypem-kubernetes.key", reaches("keyutil.ParsePrivateKeyPEM")},
	}},
	{file: keyDir + "sinks/keydata/keys.go", decl: []decl{
		{"clientText", base64Const, "keydata-client.key", reaches("rest.TLSClientConfig.KeyData")},
	}},
	{file: keyDir + "sinks/jwtconfigfromjson/keys.go", decl: []decl{
		{"accountText", base64Const, "jwtconfigfromjson-account.json", reaches("google.JWTConfigFromJSON")},
	}},
	{file: keyDir + "sinks/credentialsfromjson/keys.go", decl: []decl{
		{"accountText", base64Const, "credentialsfromjson-account.json", reaches("google.CredentialsFromJSON")},
	}},
	{file: keyDir + "sinks/hostkeypem/keys.go", decl: []decl{
		{"hostText", base64Const, "hostkeypem-host.ssh", reaches("ssh.HostKeyPEM")},
		{"forkText", base64Const, "hostkeypem-fork.ssh", reaches("ssh.HostKeyPEM")},
	}},
	{file: keyDir + "sinks/withhostkeypem/keys.go", decl: []decl{
		{"hostText", base64Const, "withhostkeypem-host.ssh", reaches("wish.WithHostKeyPEM")},
	}},
	{file: keyDir + "sinks/starttls/keys.go", decl: []decl{
		{"serverText", base64Const, "starttls-server.key", reaches(`\(\*echo.Echo\).StartTLS`)},
	}},
	{file: keyDir + "sinks/listenandservetlsembed/keys.go", decl: []decl{
		{"listenText", base64Const, "listenandservetlsembed-listen.key", reaches("fasthttp.ListenAndServeTLSEmbed")},
		{"serverText", base64Const, "listenandservetlsembed-server.key", reaches("\\(\\*fasthttp.Server\\).ListenAndServeTLSEmbed")},
	}},
	{file: keyDir + "sinks/servetlsembed/keys.go", decl: []decl{
		{"serveText", base64Const, "servetlsembed-serve.key", reaches("fasthttp.ServeTLSEmbed")},
	}},
	{file: keyDir + "sinks/parsersaprivatekeyfrompem/keys.go", decl: []decl{
		{"sign3Text", base64Const, "parsersaprivatekeyfrompem-sign3.p8", reaches("jwt.ParseRSAPrivateKeyFromPEM")},
		{"sign4Text", base64Const, "parsersaprivatekeyfrompem-sign4.p8", reaches("jwt.ParseRSAPrivateKeyFromPEM")},
		{"sign5Text", base64Const, "parsersaprivatekeyfrompem-sign5.p8", reaches("jwt.ParseRSAPrivateKeyFromPEM")},
		{"signOldText", base64Const, "parsersaprivatekeyfrompem-signOld.p8", reaches("jwt-go.ParseRSAPrivateKeyFromPEM")},
		{"signOld4Text", base64Const, "parsersaprivatekeyfrompem-signOld4.p8", reaches("jwt-go.ParseRSAPrivateKeyFromPEM")},
		{"signForkText", base64Const, "parsersaprivatekeyfrompem-signFork.p8", reaches("jwt-go.ParseRSAPrivateKeyFromPEM")},
	}},
	{file: keyDir + "sinks/parsersaprivatekeyfrompemwithpassword/keys.go", decl: []decl{
		{"sign3Text", base64Const, "parsersaprivatekeyfrompemwithpassword-sign3.p8", reaches("jwt.ParseRSAPrivateKeyFromPEMWithPassword")},
		{"sign4Text", base64Const, "parsersaprivatekeyfrompemwithpassword-sign4.p8", reaches("jwt.ParseRSAPrivateKeyFromPEMWithPassword")},
		{"sign5Text", base64Const, "parsersaprivatekeyfrompemwithpassword-sign5.p8", reaches("jwt.ParseRSAPrivateKeyFromPEMWithPassword")},
		{"signOldText", base64Const, "parsersaprivatekeyfrompemwithpassword-signOld.p8", reaches("jwt-go.ParseRSAPrivateKeyFromPEMWithPassword")},
		{"signOld4Text", base64Const, "parsersaprivatekeyfrompemwithpassword-signOld4.p8", reaches("jwt-go.ParseRSAPrivateKeyFromPEMWithPassword")},
		{"signForkText", base64Const, "parsersaprivatekeyfrompemwithpassword-signFork.p8", reaches("jwt-go.ParseRSAPrivateKeyFromPEMWithPassword")},
	}},
	{file: keyDir + "sinks/parseecprivatekeyfrompem/keys.go", decl: []decl{
		{"sign3Text", base64Const, "parseecprivatekeyfrompem-sign3.key", reaches("jwt.ParseECPrivateKeyFromPEM")},
		{"sign4Text", base64Const, "parseecprivatekeyfrompem-sign4.key", reaches("jwt.ParseECPrivateKeyFromPEM")},
		{"sign5Text", base64Const, "parseecprivatekeyfrompem-sign5.key", reaches("jwt.ParseECPrivateKeyFromPEM")},
		{"signOldText", base64Const, "parseecprivatekeyfrompem-signOld.key", reaches("jwt-go.ParseECPrivateKeyFromPEM")},
		{"signOld4Text", base64Const, "parseecprivatekeyfrompem-signOld4.key", reaches("jwt-go.ParseECPrivateKeyFromPEM")},
		{"signForkText", base64Const, "parseecprivatekeyfrompem-signFork.key", reaches("jwt-go.ParseECPrivateKeyFromPEM")},
	}},
	{file: keyDir + "sinks/parseedprivatekeyfrompem/keys.go", decl: []decl{
		{"sign3Text", base64Const, "parseedprivatekeyfrompem-sign3.p8", reaches("jwt.ParseEdPrivateKeyFromPEM")},
		{"sign4Text", base64Const, "parseedprivatekeyfrompem-sign4.p8", reaches("jwt.ParseEdPrivateKeyFromPEM")},
		{"sign5Text", base64Const, "parseedprivatekeyfrompem-sign5.p8", reaches("jwt.ParseEdPrivateKeyFromPEM")},
		{"signOldText", base64Const, "parseedprivatekeyfrompem-signOld.p8", reaches("jwt-go.ParseEdPrivateKeyFromPEM")},
		{"signOld4Text", base64Const, "parseedprivatekeyfrompem-signOld4.p8", reaches("jwt-go.ParseEdPrivateKeyFromPEM")},
		{"signForkText", base64Const, "parseedprivatekeyfrompem-signFork.p8", reaches("jwt-go.ParseEdPrivateKeyFromPEM")},
	}},
}

// filePackages hold, for each word in the names of files of keys, a package that
// embeds a file of such a name.
var filePackages = []output{
	{file: keyDir + "files/certs/certs/a", pem: []string{"file-certs.key"}},
	{file: keyDir + "files/crt/a.crt", pem: []string{"file-crt.pair"}},
	{file: keyDir + "files/der/a.der", der: "file-der.key"},
	{file: keyDir + "files/idecdsa/id_ecdsa", pem: []string{"file-idecdsa.ssh"}},
	{file: keyDir + "files/ided25519/id_ed25519", pem: []string{"file-ided25519.ssh"}},
	{file: keyDir + "files/idrsa/id_rsa", pem: []string{"file-idrsa.ssh"}},
	{file: keyDir + "files/jwt/jwt/a", pem: []string{"file-jwt.key"}},
	{file: keyDir + "files/key/a.key", pem: []string{"file-key.key"}},
	{file: keyDir + "files/keys/keys/a", pem: []string{"file-keys.key"}},
	{file: keyDir + "files/p8/a.p8", pem: []string{"file-p8.p8"}},
	{file: keyDir + "files/pem/a.pem", pem: []string{"file-pem.pair"}},
	{file: keyDir + "files/pk8/a.pk8", der: "file-pk8.p8"},
	{file: keyDir + "files/pki/pki/a", pem: []string{"file-pki.pair"}},
	{file: keyDir + "files/secrets/secrets/a", pem: []string{"file-secrets.key"}},
	{file: keyDir + "files/ssl/ssl/a", pem: []string{"file-ssl.pair"}},
	{file: keyDir + "files/tls/tls/a", pem: []string{"file-tls.pair"}},
	{file: keyDir + "files/jwk/a.jwk", pem: []string{"file-a.jwk"}},
	{file: keyDir + "files/jwk/b.jwk", pem: []string{"file-b.jwk"}},
	{file: keyDir + "files/jwk/c.jwk", pem: []string{"file-c.jwk"}},
	{file: keyDir + "texts/private/keys.go", decl: []decl{{"text", rawConst, "text.key", "reaches tls"}}},
}
