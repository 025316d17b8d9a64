package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"
)

// serving runs 'crosstally serve' and returns where; at the end it is stopped and must say that it was done.
func serving(t *testing.T, args ...string) (address string) {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	out, said := io.Pipe()
	ended := make(chan int, 1)
	go func() {
		code := run(ctx, append([]string{"serve", "--addr", "127.0.0.1:0"}, args...), strings.NewReader(""), io.Discard, said)
		said.Close()
		ended <- code
	}()
	t.Cleanup(func() {
		stop()
		select {
		case code := <-ended:
			if code != exitDone {
				t.Errorf("stopped, it exits with %d", code)
			}
		case <-time.After(20 * time.Second):
			t.Error("it does not stop")
		}
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("it says %q, %v", line, err)
	}
	return regexp.MustCompile(`http://\S+`).FindString(line)
}

func page(t *testing.T, client *http.Client, address string) string {
	t.Helper()
	resp, err := client.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode != 200 {
		t.Fatalf("%s: %d, %v", address, resp.StatusCode, err)
	}
	return string(body)
}

// A ruling that is made and taken back in the browser stands where the commands list it, and a desk that is read only offers none.
func TestTheDeskRulesIntoTheStore(t *testing.T) {
	db := ferryStore(t)
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	client := &http.Client{Jar: jar}
	at := serving(t, "--db", db)
	fact := "facts/" + factsOf(t, "facts", "--db", db)[0].ID
	token := regexp.MustCompile(`name="token" value="([^"]+)"`).FindStringSubmatch(page(t, client, at+fact))
	if token == nil {
		t.Fatal("the page of a fact has no form")
	}
	send := func(path string, form url.Values) {
		t.Helper()
		form.Set("token", token[1])
		form.Set("by", "Ana")
		resp, err := client.PostForm(at+path, form)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != 200 {
			t.Fatalf("%s: %d", path, resp.StatusCode)
		}
	}
	send(fact+"/rule", url.Values{"kind": {"note"}, "why": {"seen in the log"}})
	if out := done(t, "rulings", "--db", db); !strings.Contains(out, "seen in the log") || !strings.Contains(out, "Ana") {
		t.Errorf("rulings prints %s", out)
	}
	send("rulings/1/undo", url.Values{"why": {"wrong log"}})
	if out := done(t, "rulings", "--db", db); !strings.Contains(out, "undone by Ana") {
		t.Errorf("rulings prints %s", out)
	}
	if body := page(t, client, serving(t, "--db", db, "--read-only")+fact); strings.Contains(body, `method="post"`) {
		t.Error("a desk that is read only offers a form")
	}
}

func TestTheDeskSaysWhyItCannotListen(t *testing.T) {
	db := ferryStore(t)
	taken := strings.TrimSuffix(strings.TrimPrefix(serving(t, "--db", db), "http://"), "/")
	for _, c := range []struct {
		addr string
		code int
	}{{"nowhere", exitUsage}, {taken, exitNothing}} {
		if code, _, stderr := crosstally("", "serve", "--db", db, "--addr", c.addr); code != c.code || !strings.Contains(stderr, "--addr") {
			t.Errorf("%s: code %d, %s", c.addr, code, stderr)
		}
	}
}
